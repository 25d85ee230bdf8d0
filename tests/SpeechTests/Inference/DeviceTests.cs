using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

/// <summary>What the settings make of devices, also of those this machine does not have.</summary>
public sealed class DeviceTests
{
    [Theory]
    [InlineData("cpu", "0", "cpu")]
    [InlineData("cuda", "0,2,2", "cuda:0 cuda:2")]
    [InlineData("tensorrt", "1", "tensorrt:1")]
    [InlineData("auto", "0,1", "cuda:0 cuda:1 | cpu")]
    public void Choices_AnyProvider_AreItsDevicesAndForAutoTheProcessorLast(string provider, string devices, string expected)
    {
        var choices = Device.Choices(new SpeechOptions { Provider = provider, Devices = devices });

        string.Join(" | ", choices.Select(choice => string.Join(' ', choice))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("cpu", 0, 1)]
    [InlineData("cuda", 0, 8)]
    [InlineData("cpu", 4, 4)]
    [InlineData("cuda", 1, 1)]
    public void Batches_SetOrNot_AreTheSettingOrWhatSuitsTheDevice(string provider, int set, int most) =>
        new Device(provider, 0).Batches(new SpeechOptions { Batch = set }).Most.ShouldBe(most);

    [Fact]
    public void Cuda_NothingSet_SearchesByHeuristicAndGrowsByWhatIsRequested() =>
        GpuOptions.Cuda(new SpeechOptions(), 3).ShouldBe(
            new Dictionary<string, string>
            {
                ["device_id"] = "3",
                ["cudnn_conv_algo_search"] = "HEURISTIC",
                ["arena_extend_strategy"] = "kSameAsRequested",
                ["cudnn_conv_use_max_workspace"] = "1",
            },
            ignoreOrder: true);

    [Fact]
    public void Cuda_EverythingSet_IsToldInItsOwnWords()
    {
        var told = GpuOptions.Cuda(new SpeechOptions { ConvSearch = "exhaustive", GpuArena = "doubling", GpuMemoryMb = 6000 }, 0);

        told["cudnn_conv_algo_search"].ShouldBe("EXHAUSTIVE");
        told["arena_extend_strategy"].ShouldBe("kNextPowerOfTwo");
        told["gpu_mem_limit"].ShouldBe("6291456000");
    }

    [Fact]
    public void TensorRt_MemoryLimit_IsTheWorkspaces() => GpuOptions.TensorRt(new SpeechOptions { GpuMemoryMb = 1024 }, 1)
        .ShouldBe(new Dictionary<string, string> { ["device_id"] = "1", ["trt_max_workspace_size"] = "1073741824" }, ignoreOrder: true);

    [Theory]
    [InlineData("cuda", "CPUExecutionProvider", false, "has CPUExecutionProvider only: build with the NuGet package Microsoft.ML.OnnxRuntime.Gpu; there is no NVIDIA driver")]
    [InlineData("cuda", "CUDAExecutionProvider", false, "there is no NVIDIA driver (/dev/nvidiactl): install it, or give the container a GPU")]
    [InlineData("cuda", "CUDAExecutionProvider", true, "install CUDA 12 (libcublas.so.12, libcudart.so.12, libcufft.so.11) and cuDNN 9 (libcudnn.so.9)")]
    [InlineData("tensorrt", "TensorrtExecutionProvider", true, "install TensorRT 10 (libnvinfer.so.10), CUDA 12 and cuDNN 9")]
    [InlineData("tensorrt", "CUDAExecutionProvider", true, "has CUDAExecutionProvider only")]
    public void Of_WhateverIsMissing_IsNamedWithWhatToDo(string provider, string built, bool driver, string expected)
    {
        var message = GpuLack.Of(provider, "no.", "1.29.0", [built], driver);

        message.ShouldStartWith($"TTS_PROVIDER {provider} can't be used here; ");
        message.ShouldContain(expected);
        message.ShouldEndWith("ONNX Runtime said: no. Or leave TTS_PROVIDER out, for the processor.");
    }

    [Fact]
    public void For_Processor_SaysOneSymbol() =>
        WarmUp.For(new Device(SpeechOptions.Cpu, 0), new SpeechOptions { Batch = 4 }, 512).ShouldBe([new WarmUp(1, 1)]);

    [Fact]
    public void For_Gpu_SaysEveryLengthThatCallsArePaddedToAndAFullBatchOfTheLongest() =>
        WarmUp.For(new Device(SpeechOptions.Cuda, 0), new SpeechOptions { Bucket = 128, Batch = 4 }, 500).ShouldBe(
            [new WarmUp(126, 1), new WarmUp(254, 1), new WarmUp(382, 1), new WarmUp(498, 1), new WarmUp(498, 4)]);

    [Theory]
    [InlineData(1, 17, 17)]
    [InlineData(32, 17, 32)]
    [InlineData(32, 32, 32)]
    [InlineData(32, 511, 512)]
    [InlineData(100, 511, 512)]
    [InlineData(32, 600, 600)]
    public void Padded_AnyBucket_IsItsNextMultipleButNotAboveWhatTheModelTakes(int bucket, int longest, int padded)
    {
        using var options = new Microsoft.ML.OnnxRuntime.SessionOptions();
        using var session = new ModelSession(
            Path.Combine(Repository.Models, "tone", "kokoro-tone.onnx"), options, new Dictionary<string, string>(), bucket);

        session.Padded(longest, most: 512).ShouldBe(padded);
    }

    [Fact]
    public async Task LoadAsync_AutoWhereThereIsNoGpu_TakesTheProcessorAndSpeaks()
    {
        Assert.SkipWhen(File.Exists("/dev/nvidiactl"), "this machine has a GPU");
        var options = new SpeechOptions { Models = Repository.Models, Model = "tone", Provider = SpeechOptions.Auto, Instances = 2, Batch = 3, Threads = 1 };

        await using var models = await LoadedModels.OpenAsync(ModelShelf.Open(options.Models, options.Model), options, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken);

        (models.Preferred.Instances.Count, models.Preferred.Batch).ShouldBe((2, 3));
    }

    [Fact]
    public async Task LoadAsync_AutoAndTheModelIsBroken_SaysWhatTheProcessorSays()
    {
        using var model = new SmallModel();
        await File.WriteAllTextAsync(model.ModelPath, "no model", TestContext.Current.CancellationToken);
        model.Seal();
        var options = new SpeechOptions { Models = Path.GetDirectoryName(Path.GetDirectoryName(model.ModelPath))!, Model = "small", Provider = SpeechOptions.Auto };

        var error = await Should.ThrowAsync<ModelFileException>(
            () => LoadedModels.OpenAsync(ModelShelf.Open(options.Models, options.Model), options, TimeProvider.System, NullLogger.Instance, TestContext.Current.CancellationToken));

        error.Message.ShouldContain("on cpu:");
    }
}
