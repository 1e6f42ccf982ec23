using System.Globalization;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Evaluating;

/// <summary>Reads figures of another area by year.</summary>
internal static class ReferenceFile
{
    private static readonly string[] _year = ["year", "年份", "年"], _value = ["value", "数值", "率"], _age = ["age", "年龄"], _instrument = ["instrument", "问卷版本"], _standard = ["standard", "标准人口"],
        _error = ["standardError", "标准误"], _source = ["source", "来源"];

    /// <exception cref="SurveyDataException">The file cannot be read, or a row does not say what it must.</exception>
    public static IEnumerable<Reference> Read(Study study, ReferenceSeries series)
    {
        LookupFile file = LookupFile.Read(Path.Combine(study.Folder, series.File));
        string years = file.Heading(_year), values = file.Heading(_value);
        string? heading(string[] candidates) => file.Has(candidates) ? file.Heading(candidates) : null;
        (string? ages, string? instruments, string? standards, string? errors, string? sources) = (heading(_age), heading(_instrument), heading(_standard), heading(_error), heading(_source));
        var seen = new HashSet<(int, string?, string?, string?)>();
        for (int row = 0; row < file.Table.RowCount; row++)
        {
            int year = Whole(file, years, row) ?? throw file.Empty(years, row);
            string? text(string? column) => column is null ? null : file.Text(column, row);
            if (!seen.Add((year, text(ages), text(instruments), text(standards))))
                throw new SurveyDataException($"{file.File} has the year {year} twice, again in row {row + 1}; each year stands once.");
            string? age = ages is null ? null : file.Text(ages, row);
            yield return new Reference(series.Of, Rate(file, values, row) ?? throw file.Empty(values, row))
            {
                Indicator = series.Indicator,
                StandardError = errors is null ? 0 : (double)(Rate(file, errors, row) ?? 0),
                Basis = series.Basis with
                {
                    Year = year,
                    Ages = age is null ? series.Basis.Ages : Ages(file, ages!, row, age),
                    Instrument = (instruments is null ? null : file.Text(instruments, row)) ?? series.Basis.Instrument,
                    Standard = (standards is null ? null : Whole(file, standards, row)) ?? series.Basis.Standard,
                },
                Source = (sources is null ? null : file.Text(sources, row)) ?? series.Source ?? series.File,
            };
        }
    }

    private static AgeRange Ages(LookupFile file, string heading, int row, string text)
    {
        try
        {
            return AgeRange.Parse(text);
        }
        catch (FormatException)
        {
            throw new SurveyDataException($"{file.File}, row {row + 1}: '{Excerpt.Of(text)}' in the column '{heading}' is no range of ages; write 15-69 or 60+.");
        }
    }

    private static int? Whole(LookupFile file, string heading, int row) =>
        file.Text(heading, row) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 1900 and < 2200 ? value
        : throw new SurveyDataException($"{file.File}, row {row + 1}: '{Excerpt.Of(text)}' in the column '{heading}' is no year; write four digits, such as 2024.");

    private static decimal? Rate(LookupFile file, string heading, int row) =>
        file.Text(heading, row) is not { } text ? null
        : text.EndsWith('%') && decimal.TryParse(text[..^1].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) && percent <= 100 ? percent / 100
        : throw new SurveyDataException($"{file.File}, row {row + 1}: '{Excerpt.Of(text)}' in the column '{heading}' is no rate with its percent sign; write it such as 31.87 %.");
}
