namespace Survey.Monitoring.Simulating;

/// <summary>A form in which answers are written.</summary>
internal enum AnswerShape
{
    /// <summary>A CSV file of plain texts.</summary>
    Clean,

    /// <summary>A workbook a town.</summary>
    Towns,

    /// <summary>A GB18030 file with a column an option.</summary>
    Options,
}
