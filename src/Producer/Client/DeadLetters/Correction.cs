using System.Globalization;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Producer.Client.DeadLetters;

/// <summary>New values for fields of one job.</summary>
public sealed record Correction
{
    /// <summary>The fields that can be corrected.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["text", "voice", "language", "format", "speed"];

    private Dictionary<string, string> Values { get; init; } = [];

    /// <summary>Reads assignments such as <c>text=你好</c>.</summary>
    /// <param name="assignments">One each field.</param>
    /// <exception cref="FormatException">One is not an assignment, or to a field that can't be corrected.</exception>
    public static Correction Parse(IEnumerable<string> assignments)
    {
        var values = new Dictionary<string, string>();
        foreach (var assignment in assignments)
        {
            if (assignment.Split('=', 2) is not [var field, var value] || !Fields.Contains(field))
                throw new FormatException($"a correction is FIELD=VALUE with one of {string.Join(", ", Fields)}");
            if (field == "speed" && !double.TryParse(value, CultureInfo.InvariantCulture, out _))
                throw new FormatException("speed must be a number");
            values[field] = value;
        }
        return new Correction { Values = values };
    }

    /// <summary>Writes a letter's job anew.</summary>
    /// <param name="letter">A letter whose job can be read.</param>
    /// <exception cref="InvalidJobException">There is no job to be read in it, or the corrected one would be refused again.</exception>
    public Letter Apply(Letter letter)
    {
        if (letter.Job is not { } job)
            throw new InvalidJobException(letter.Id, new JobProblem(ReasonCode.Malformed, "its body can't be read, so no field of it can be corrected"));
        var corrected = Apply(job);
        if (JobRules.Check(corrected) is { } problem)
            throw new InvalidJobException(letter.Id, problem);
        return letter with { Body = JobMessage.Body(corrected) };
    }

    private SpeechJob Apply(SpeechJob job) => job with
    {
        Text = Values.GetValueOrDefault("text", job.Text),
        Voice = Values.GetValueOrDefault("voice") ?? job.Voice,
        Language = Values.GetValueOrDefault("language") ?? job.Language,
        Format = Values.GetValueOrDefault("format") ?? job.Format,
        Speed = Values.TryGetValue("speed", out var speed) ? double.Parse(speed, CultureInfo.InvariantCulture) : job.Speed,
    };
}
