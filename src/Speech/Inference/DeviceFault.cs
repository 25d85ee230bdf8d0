using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace TtsConsumers.Speech.Inference;

/// <summary>Tells the failures after which a GPU is lost to this process from those that cost one text.</summary>
/// <remarks>
/// ONNX Runtime has no code of its own for them; it reports what CUDA, cuDNN, cuBLAS and their like say as
/// <c>CUDA failure 700: an illegal memory access was encountered ; GPU=0 ; …</c> (onnxruntime/core/providers/cuda/cuda_call.cc). Such an error
/// leaves the CUDA context unusable, save for want of memory: a shorter text may fit.
/// </remarks>
internal static partial class DeviceFault
{
    /// <summary>Whether no later call of this process can succeed.</summary>
    /// <param name="error">What a call threw.</param>
    /// <returns>True for a failure of the device other than want of memory.</returns>
    public static bool IsLoss(Exception error) => error is OnnxRuntimeException && DeviceFailure().IsMatch(error.Message) && !IsWantOfMemory(error);

    /// <summary>Whether there was not enough memory for a call, on a GPU or off it: a smaller one may fit.</summary>
    /// <param name="error">What a call threw.</param>
    /// <returns>True for want of memory.</returns>
    public static bool IsWantOfMemory(Exception error) => error is OutOfMemoryException || (error is OnnxRuntimeException && OutOfMemory().IsMatch(error.Message));

    [GeneratedRegex(@"\bCU[A-Z_]+ failure \d+")]
    private static partial Regex DeviceFailure();

    [GeneratedRegex("out of memory|ALLOC(ATION)?_FAILED|Failed to allocate memory", RegexOptions.IgnoreCase)]
    private static partial Regex OutOfMemory();
}
