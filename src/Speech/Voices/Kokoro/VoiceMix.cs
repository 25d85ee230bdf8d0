using System.Globalization;
using System.Text.RegularExpressions;

namespace TtsConsumers.Speech.Voices.Kokoro;

/// <summary>
/// Voices mixed from others: <c>zf_xiaoxiao+zf_xiaobei</c> of equal parts, <c>zf_xiaoxiao*0.7+zf_xiaobei*0.3</c> by weight. The style of a mix
/// is the weighted mean of its parts' styles.
/// </summary>
/// <remarks>
/// Weights count against each other: 7 and 3 are 0.7 and 0.3. A mix has one name however it was written, for the keys of its audio: parts in
/// order of their ids, weights that add up to 1, with up to six decimals.
/// </remarks>
public static partial class VoiceMix
{
    private const int MostParts = 8;

    /// <summary>Finds one voice by its id.</summary>
    internal delegate Voice? VoiceById(string id, out string why);

    /// <summary>Whether an id is meant as a mix.</summary>
    /// <param name="id">What a job asks for.</param>
    public static bool IsMix(string id) => id.AsSpan().ContainsAny('+', '*');

    /// <summary>Mixes a voice.</summary>
    /// <param name="mix">As a job writes it.</param>
    /// <param name="find">Finds the parts.</param>
    /// <param name="why">Why it can't be mixed, a sentence without its dot; empty when it can.</param>
    /// <returns>The voice under its one name; null when it can't be mixed.</returns>
    internal static Voice? Find(string mix, VoiceById find, out string why)
    {
        var parts = new SortedDictionary<string, (Voice Voice, decimal Weight)>(StringComparer.Ordinal);
        var written = mix.Split('+');
        why = written.Length <= MostParts ? "" : $"a mix has at most {MostParts} voices";
        foreach (var part in written)
        {
            why = why.Length > 0 ? why : Add(part, find, parts);
        }

        why = why.Length > 0 ? why : parts.Values.Any(part => part.Voice.Model != parts.First().Value.Voice.Model)
            ? "a mix takes voices of one model only" : "";
        return why.Length > 0 ? null : parts.Count == 1 ? parts.Values.First().Voice : Mix(parts);
    }

    private static string Add(string part, VoiceById find, SortedDictionary<string, (Voice Voice, decimal Weight)> parts)
    {
        var match = Part().Match(part);
        var weight = 1m;
        if (!match.Success || (match.Groups["weight"].Success && !IsWeight(match.Groups["weight"].Value, out weight)))
        {
            return $"'{(part.Length <= 64 ? part : part[..64] + "…")}' is no part of a mix: write id or id*weight, the weight above 0 and at most 1000, such as 0.7";
        }

        if (find(match.Groups["id"].Value, out var why) is not { } voice)
        {
            return why;
        }

        return voice.Style is null ? $"voices are mixed in the Kokoro family only; '{voice.Id}' is of the family {voice.Family}"
            : parts.TryAdd(voice.Id, (voice, weight)) ? "" : $"'{voice.Id}' is twice in the mix";
    }

    private static bool IsWeight(string written, out decimal weight) =>
        decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weight) && weight is > 0 and <= 1000;

    private static Voice Mix(SortedDictionary<string, (Voice Voice, decimal Weight)> parts)
    {
        var sum = parts.Values.Sum(part => part.Weight);
        var shares = parts.Values.Select(part => (part.Voice, Share: decimal.Round(part.Weight / sum, 6))).ToList();
        var first = shares.MaxBy(share => share.Share).Voice;
        return first with
        {
            Id = string.Join('+', shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Voice.Id}*{share.Share:0.######}"))),
            Gender = shares.All(share => share.Voice.Gender == first.Gender) ? first.Gender : "mixed",
            Style = StylePack.Mix([.. shares.Select(share => (share.Voice.Style!, (float)share.Share))]),
        };
    }

    [GeneratedRegex(@"^(?<id>[^\s+*]+)(\*(?<weight>\d{1,4}(\.\d{1,6})?))?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Part();
}
