using Microsoft.ML.OnnxRuntime;

namespace TtsConsumers.Speech.Inference;

/// <summary>Says what is missing where a GPU can't be used.</summary>
internal static class GpuLack
{
    // The driver's own control device; inside a container it is there when the container was given a GPU.
    private const string Driver = "/dev/nvidiactl";

    /// <summary>Looks for what is missing.</summary>
    /// <param name="provider"><c>cuda</c> or <c>tensorrt</c>.</param>
    /// <param name="said">What ONNX Runtime said.</param>
    /// <returns>Sentences: what was wrong, and what to do.</returns>
    public static string Of(string provider, string said)
    {
        var runtime = OrtEnv.Instance();
        return Of(provider, said, runtime.GetVersionString(), runtime.GetAvailableProviders(), File.Exists(Driver));
    }

    /// <summary>The same, of what was found.</summary>
    /// <param name="provider"><c>cuda</c> or <c>tensorrt</c>.</param>
    /// <param name="said">What ONNX Runtime said.</param>
    /// <param name="version">Its version.</param>
    /// <param name="built">The providers it was built with.</param>
    /// <param name="driver">Whether there is a driver.</param>
    /// <returns>Sentences: what was wrong, and what to do.</returns>
    public static string Of(string provider, string said, string version, IReadOnlyCollection<string> built, bool driver)
    {
        var (needed, libraries) = provider == SpeechOptions.TensorRt
            ? ("TensorrtExecutionProvider", "TensorRT 10 (libnvinfer.so.10), CUDA 12 and cuDNN 9")
            : ("CUDAExecutionProvider", "CUDA 12 (libcublas.so.12, libcudart.so.12, libcufft.so.11) and cuDNN 9 (libcudnn.so.9)");
        List<string> lacks = [];
        if (!built.Contains(needed))
        {
            lacks.Add($"this build of ONNX Runtime {version} has {string.Join(", ", built)} only: build with the NuGet package Microsoft.ML.OnnxRuntime.Gpu");
        }

        if (!driver)
        {
            lacks.Add($"there is no NVIDIA driver ({Driver}): install it, or give the container a GPU (docker run --gpus all)");
        }

        if (lacks.Count == 0)
        {
            lacks.Add($"install {libraries} where the loader finds them, and see that TTS_DEVICES names a GPU that CUDA_VISIBLE_DEVICES shows");
        }

        return $"TTS_PROVIDER {provider} can't be used here; {string.Join("; ", lacks)}. ONNX Runtime said: {said.TrimEnd('.')}. "
            + "Or leave TTS_PROVIDER out, for the processor.";
    }
}
