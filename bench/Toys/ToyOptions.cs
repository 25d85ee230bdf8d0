using System.Globalization;

namespace TtsConsumers.Bench.Toys;

/// <summary>What a bench host does instead of speaking and storing.</summary>
/// <param name="ModelMs">How long its model waits in each Run; <see langword="null"/> for the real voice.</param>
/// <param name="StoreMs">How long its store takes for a job, which keeps nothing; <see langword="null"/> for the real store.</param>
internal sealed record ToyOptions(double? ModelMs, double? StoreMs)
{
    private const string Model = "BENCH_MODEL_MS";
    private const string Store = "BENCH_STORE_MS";

    public static ToyOptions FromEnvironment() => new(Read(Model), Read(Store));

    public IEnumerable<(string Name, string Value)> ToEnvironment()
    {
        if (ModelMs is { } model)
            yield return (Model, model.ToString(CultureInfo.InvariantCulture));
        if (StoreMs is { } store)
            yield return (Store, store.ToString(CultureInfo.InvariantCulture));
    }

    private static double? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
