namespace Survey.Reporting.Word.Styles;

/// <summary>What a paragraph is; each has a style.</summary>
internal enum Role
{
    /// <summary>What the others are made from.</summary>
    Normal,

    /// <summary>On the cover.</summary>
    Title,

    /// <summary>On the cover.</summary>
    Subtitle,

    /// <summary>What and who, on the cover.</summary>
    CoverFact,

    /// <summary>That the data are simulated.</summary>
    Notice,

    /// <summary>Over the table of contents.</summary>
    ContentsHeading,

    /// <summary>A chapter in the table of contents.</summary>
    Contents1,

    /// <summary>A part of a chapter in the table of contents.</summary>
    Contents2,

    /// <summary>A part of a part in the table of contents.</summary>
    Contents3,

    /// <summary>Of a chapter.</summary>
    Heading1,

    /// <summary>Of a part of a chapter.</summary>
    Heading2,

    /// <summary>Of a part of a part.</summary>
    Heading3,

    /// <summary>Of anything below.</summary>
    Heading4,

    /// <summary>A heading without a number.</summary>
    Subheading,

    /// <summary>Running text.</summary>
    Body,

    /// <summary>An item of a list without numbers.</summary>
    Bullet,

    /// <summary>An item of a list with numbers.</summary>
    Numbered,

    /// <summary>Of a table or a figure.</summary>
    Caption,

    /// <summary>What a figure stands in.</summary>
    Figure,

    /// <summary>In the cells of a table.</summary>
    TableText,

    /// <summary>In the cells of a table of many columns.</summary>
    SmallTableText,

    /// <summary>Small print.</summary>
    Note,

    /// <summary>What must not be overlooked.</summary>
    Callout,

    /// <summary>What is to be written.</summary>
    Gap,

    /// <summary>At the head of each page.</summary>
    Header,

    /// <summary>At the foot of each page.</summary>
    Footer,
}
