using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using WP = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Survey.Reporting.Tests.Made;

/// <summary>Makes a document whose looks a report takes.</summary>
internal static class TemplateMaker
{
    /// <summary>A picture of one point.</summary>
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static void Write(string file)
    {
        using WordprocessingDocument document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document);
        MainDocumentPart main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = new W.Styles(
            Style("a", "Normal", "000000"),
            Style("1", "标题 1", "C00000"));
        HeaderPart header = main.AddNewPart<HeaderPart>();
        ImagePart logo = header.AddImagePart(ImagePartType.Png);
        using (var stream = new MemoryStream(Png))
            logo.FeedData(stream);
        header.Header = new W.Header(new W.Paragraph(new W.Run(Picture(header.GetIdOfPart(logo)))));
        main.Document = new W.Document(new W.Body(
            new W.Paragraph(new W.Run(new W.Text("text of the template"))),
            new W.SectionProperties(
                new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
                new W.PageSize { Width = 11906, Height = 16838 },
                new W.PageMargin { Top = 1500, Right = 1500, Bottom = 1500, Left = 2000, Header = 700, Footer = 700, Gutter = 0 })));
    }

    private static W.Style Style(string id, string name, string colour) =>
        new(new W.StyleName { Val = name }, new W.StyleRunProperties(new W.Color { Val = colour })) { Type = W.StyleValues.Paragraph, StyleId = id, Default = name == "Normal" ? true : null };

    private static W.Drawing Picture(string id) =>
        new(new WP.Inline(
            new WP.Extent { Cx = 360000, Cy = 360000 },
            new WP.DocProperties { Id = 900, Name = "logo" },
            new A.Graphic(new A.GraphicData(
                new P.Picture(
                    new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = 901, Name = "logo" }, new P.NonVisualPictureDrawingProperties()),
                    new P.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
                    new P.ShapeProperties(new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 360000, Cy = 360000 }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })));
}
