using System.Globalization;

namespace TtsConsumers.Speech.Inference;

/// <summary>What an instance runs on.</summary>
/// <param name="Provider"><c>cpu</c>, <c>cuda</c> or <c>tensorrt</c>.</param>
/// <param name="Id">The number of the GPU among those that are visible; 0 for the processor.</param>
internal sealed record Device(string Provider, int Id)
{
    /// <summary>
    /// What a Run is taken to cost besides its pieces, in ids. On the processor hardly anything: there a batch gains nothing and costs its padding
    /// (docs/PERFORMANCE.md). On a GPU it stands for the starting of some thousand kernels and is an estimate, not measured.
    /// </summary>
    private const double RunCostOnCpu = 1;

    /// <inheritdoc cref="RunCostOnCpu"/>
    private const double RunCostOnGpu = 250;

    private const int BatchOnGpu = 8;

    /// <summary>Whether it is a GPU.</summary>
    public bool IsGpu => Provider != SpeechOptions.Cpu;

    /// <summary>The devices the settings name, for each provider that may be tried: the first that loads is it.</summary>
    /// <param name="options">Checked settings.</param>
    /// <returns>One list of devices a provider.</returns>
    public static IReadOnlyList<IReadOnlyList<Device>> Choices(SpeechOptions options) => options.Provider switch
    {
        SpeechOptions.Auto => [Gpus(SpeechOptions.Cuda, options.Devices), [new Device(SpeechOptions.Cpu, 0)]],
        SpeechOptions.Cpu => [[new Device(SpeechOptions.Cpu, 0)]],
        _ => [Gpus(options.Provider, options.Devices)],
    };

    /// <summary>Who shares a Run here.</summary>
    /// <param name="options">Checked settings.</param>
    /// <returns>The plan.</returns>
    public BatchPlan Batches(SpeechOptions options)
    {
        var most = options.Batch > 0 ? options.Batch : IsGpu ? BatchOnGpu : 1;
        return new BatchPlan(most, IsGpu ? RunCostOnGpu : RunCostOnCpu);
    }

    /// <summary>For the log.</summary>
    /// <returns><c>cpu</c>, <c>cuda:1</c>.</returns>
    public override string ToString() => IsGpu ? $"{Provider}:{Id}" : Provider;

    private static List<Device> Gpus(string provider, string ids) =>
        [.. ids.Split(',').Select(id => int.Parse(id, CultureInfo.InvariantCulture)).Distinct().Select(id => new Device(provider, id))];
}
