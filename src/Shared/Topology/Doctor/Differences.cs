using System.Text.Json;

namespace TtsConsumers.Shared.Topology.Doctor;

/// <summary>Compares values as the definitions write them.</summary>
internal static class Differences
{
    /// <summary>Each key that is missing, has another value or is too much, as a clause.</summary>
    /// <param name="what">What a key is called, e.g. <c>argument</c>.</param>
    /// <param name="expected">As shipped.</param>
    /// <param name="actual">As found.</param>
    public static IEnumerable<string> Of(
        string what, IReadOnlyDictionary<string, JsonElement> expected, IReadOnlyDictionary<string, JsonElement> actual)
    {
        foreach (var (key, value) in expected)
        {
            if (!actual.TryGetValue(key, out var found))
                yield return $"lacks {what} {key} = {value}";
            else if (!JsonElement.DeepEquals(value, found))
                yield return $"has {what} {key} = {found} instead of {value}";
        }
        foreach (var (key, value) in actual)
        {
            if (!expected.ContainsKey(key))
                yield return $"has {what} {key} = {value} that is not shipped";
        }
    }

    /// <summary>A clause where two values differ, else nothing.</summary>
    public static IEnumerable<string> Of<T>(string what, T expected, T actual) =>
        EqualityComparer<T>.Default.Equals(expected, actual) ? [] : [$"has {what} {Show(actual)} instead of {Show(expected)}"];

    private static string Show<T>(T value) => value is bool flag ? (flag ? "true" : "false") : $"'{value}'";
}
