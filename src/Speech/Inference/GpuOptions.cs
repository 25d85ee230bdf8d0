using System.Globalization;

namespace TtsConsumers.Speech.Inference;

/// <summary>What the execution providers for GPUs are told, in their own words (onnxruntime.ai/docs/execution-providers).</summary>
internal static class GpuOptions
{
    /// <summary>For CUDA.</summary>
    /// <param name="options">Checked settings.</param>
    /// <param name="device">The GPU's number.</param>
    /// <returns>Option → value.</returns>
    public static Dictionary<string, string> Cuda(SpeechOptions options, int device)
    {
        var told = new Dictionary<string, string>
        {
            ["device_id"] = device.ToString(CultureInfo.InvariantCulture),
            ["cudnn_conv_algo_search"] = options.ConvSearch.ToUpperInvariant(),
            ["arena_extend_strategy"] = options.GpuArena == "doubling" ? "kNextPowerOfTwo" : "kSameAsRequested",

            // The search may only choose what is fast if it may use the memory that takes.
            ["cudnn_conv_use_max_workspace"] = "1",
        };
        if (Limit(options) is { } bytes)
        {
            told["gpu_mem_limit"] = bytes;
        }

        return told;
    }

    /// <summary>For TensorRT.</summary>
    /// <param name="options">Checked settings.</param>
    /// <param name="device">The GPU's number.</param>
    /// <returns>Option → value.</returns>
    public static Dictionary<string, string> TensorRt(SpeechOptions options, int device)
    {
        var told = new Dictionary<string, string> { ["device_id"] = device.ToString(CultureInfo.InvariantCulture) };
        if (Limit(options) is { } bytes)
        {
            told["trt_max_workspace_size"] = bytes;
        }

        return told;
    }

    private static string? Limit(SpeechOptions options) =>
        options.GpuMemoryMb > 0 ? ((long)options.GpuMemoryMb << 20).ToString(CultureInfo.InvariantCulture) : null;
}
