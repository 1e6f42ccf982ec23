using Survey.Files;
using Survey.Monitoring;

namespace Survey.Cli;

internal enum Format { Table, Json, Csv }

/// <summary>Writes results as a table for people, as JSON at full precision, or as CSV.</summary>
internal static class Output
{
    public static Format FormatOf(Arguments arguments) =>
        arguments["--format"] is { } word ? Words.OneOf("--format", word, ("table", Format.Table), ("json", Format.Json), ("csv", Format.Csv)) : Format.Table;

    /// <param name="section">Of the help.</param>
    public static Option File(string section) => new("--out", ["FILE"], "a file for the results, which appears whole or not at all; otherwise they are printed", section);

    /// <summary>Refuses to write results over a file that is read, and where no file can be, before anything is worked out.</summary>
    public static void CheckFile(Arguments arguments)
    {
        if (arguments["--out"] is not { } file)
            return;
        OutputPath.RefuseInput(file, arguments.Files);
        if (Directory.Exists(file))
            throw new ArgumentException($"{file} is a folder; name a file in it with --out.");
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && !Directory.Exists(folder))
            throw new ArgumentException($"{file} cannot be written, as there is no folder {folder}; make it, or name another place with --out.");
    }

    /// <summary>Refuses a variable that splits the sample and is called as a column of the results.</summary>
    public static void CheckNames(IReadOnlyList<Variable> by, string[] names)
    {
        foreach (Variable variable in by)
            if (names.Contains(variable.Name))
                throw new ArgumentException($"A variable of --by is called '{variable.Name}', as is a column of the results; name it otherwise, such as --by \"{variable.Of} as {variable.Name}_\".");
    }

    /// <summary>Writes results where a command was told to: into a file, or to standard output.</summary>
    /// <param name="arguments">The command's, perhaps with --out.</param>
    /// <param name="output">Standard output.</param>
    /// <param name="write">Writes them.</param>
    public static void To(Arguments arguments, TextWriter output, Action<TextWriter> write)
    {
        if (arguments["--out"] is not { } file)
        {
            write(output);
            return;
        }
        using var text = new StringWriter();
        write(text);
        TextFile.Write(file, text.ToString());
    }

    public static void Write(Estimates estimates, IReadOnlyList<Contrasts> contrasts, Format format, Reporting reporting, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => EstimatesJson.Write(json, estimates, contrasts, reporting));
                break;
            case Format.Csv:
                WriteCsv(EstimatesTable.Of(estimates, reporting.Intervals, reporting.DesignEffects, reporting.Standard?.Of, estimates.Sample.UnknownDomain), output);
                break;
            default:
                output.Write(estimates.ToText(reporting.Intervals.Level, reporting.Intervals.Method, reporting.Intervals.AssumedDesignEffect, reporting.Standard?.Of, reporting.DesignEffects));
                foreach (Contrasts own in contrasts)
                    output.Write("\n" + own.ToText(reporting.Intervals.Level));
                break;
        }
    }

    public static void Write(ComparisonReport report, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => ComparisonJson.Write(json, report));
                break;
            case Format.Csv:
                WriteCsv(ChangesTable.Of(report.Changes, report.Reporting.Intervals), output);
                break;
            default:
                report.Write(output);
                break;
        }
    }

    public static void Write(TableDescription description, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => DescriptionJson.Write(json, description));
                break;
            case Format.Csv:
                WriteCsv(description.ToTable(), output);
                break;
            default:
                output.Write(description.ToString());
                break;
        }
    }

    public static void Write(DrawnSample sample, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => SampleJson.Write(json, sample));
                break;
            case Format.Csv:
                WriteCsv(sample.ToTable(), output);
                break;
            default:
                output.Write(sample.ToString());
                break;
        }
    }

    public static void Write(StudyData data, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => StudyJson.Write(json, data));
                break;
            case Format.Csv:
                WriteCsv(data.ToTable(), output);
                break;
            default:
                output.Write(data.ToString());
                break;
        }
    }

    public static void Write(StudyIndicators indicators, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => EvaluationJson.Write(json, indicators));
                break;
            case Format.Csv:
                WriteCsv(indicators.ToTable(), output);
                break;
            default:
                output.Write(indicators.ToString());
                break;
        }
    }

    public static void Write(IndicatorLibrary library, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => LibraryReport.WriteJson(json, library));
                break;
            case Format.Csv:
                WriteCsv(LibraryReport.Table(library), output);
                break;
            default:
                output.Write(LibraryReport.Text(library));
                break;
        }
    }

    public static void Write(IReport report, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, report.WriteJson);
                break;
            case Format.Csv:
                WriteCsv(report.Table(), output);
                break;
            default:
                output.Write(report.ToString());
                break;
        }
    }

    public static void Write(Simulation simulation, Format format, TextWriter output)
    {
        switch (format)
        {
            case Format.Json:
                Json.Write(output, json => SimulationSummary.WriteJson(json, simulation));
                break;
            case Format.Csv:
                WriteCsv(SimulationSummary.Table(simulation), output);
                break;
            default:
                output.Write(SimulationSummary.Text(simulation));
                break;
        }
    }

    // nothing is written unless all of it can be; results are no rows of people, and their levels have been looked at
    public static void WriteCsv(Table table, TextWriter output)
    {
        using var text = new StringWriter();
        table.WriteCsv(text, personalDataAllowedIn: table.Columns);
        output.Write(text.ToString());
    }
}
