using Microsoft.ML.OnnxRuntime;
using Shouldly;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class DeviceFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("device-fault-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("CUDA failure 700: an illegal memory access was encountered ; GPU=0 ; hostname=h ; expr=cudaStreamSynchronize(stream)", true)]
    [InlineData("CUDA failure 719: unspecified launch failure ; GPU=0 ; hostname=h", true)]
    [InlineData("CUDNN failure 5000: CUDNN_STATUS_EXECUTION_FAILED ; GPU=0 ; hostname=h", true)]
    [InlineData("CUBLAS failure 13: CUBLAS_STATUS_EXECUTION_FAILED ; GPU=0 ; hostname=h", true)]
    [InlineData("CUDA failure 2: out of memory ; GPU=0 ; hostname=h ; expr=cudaMalloc((void**)&p, size)", false)]
    [InlineData("CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED ; GPU=0 ; hostname=h", false)]
    [InlineData("CUDNN failure 5003: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED ; GPU=0", false)]
    [InlineData("Failed to allocate memory for requested buffer of size 1048576", false)]
    [InlineData("indices element out of data bounds, idx=1 must be within the inclusive range [-1,0]", false)]
    public void IsLoss_WhatOnnxRuntimeReports_IsTrueForADeviceThatFailedSaveForWantOfMemory(string reported, bool lost) =>
        DeviceFault.IsLoss(Reported(reported)).ShouldBe(lost);

    [Fact]
    public void IsLoss_OfSomebodyElse_IsFalse() => DeviceFault.IsLoss(new InvalidDataException("CUDA failure 700: an illegal memory access")).ShouldBeFalse();

    /// <summary>ONNX Runtime makes its exceptions itself: it is given a model whose one node has the message for a name and fails.</summary>
    private OnnxRuntimeException Reported(string message)
    {
        var path = Path.Combine(_folder, "failing.onnx");
        File.WriteAllBytes(path, OnnxBytes.Model(
            OnnxBytes.Node(message, "Gather", ["data", "index"], "out"),
            OnnxBytes.GraphName("failing"),
            OnnxBytes.Constant("data", [1], 0L),
            OnnxBytes.Input("index", Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Int64, 1),
            OnnxBytes.Output("out", Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Int64, 1)));
        using var quiet = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using var session = new InferenceSession(path, quiet);
        using var index = OrtValue.CreateTensorValueFromMemory<long>([7], [1]);
        using var options = new RunOptions();
        return Should.Throw<OnnxRuntimeException>(() => session.Run(options, ["index"], [index], ["out"]));
    }
}
