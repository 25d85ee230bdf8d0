using Microsoft.ML.OnnxRuntime;
using Shouldly;
using TtsConsumers.Speech;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class SessionFactoryTests
{
    [Fact]
    public void Threads_Set_IsTheSetting() => Factory(instances: 2, threads: 7).Threads.ShouldBe(7);

    [Fact]
    public void Threads_NotSet_IsAShareOfTheCoresAndAtLeastOne()
    {
        Factory(instances: 1, threads: 0).Threads.ShouldBe(Environment.ProcessorCount);
        Factory(instances: 64, threads: 0).Threads.ShouldBe(Math.Max(1, Environment.ProcessorCount / 64));
    }

    [Fact]
    public async Task Load_FileThatIsNoModel_SaysThatItCanNotBeLoaded()
    {
        using var model = new SmallModel();
        await File.WriteAllTextAsync(model.ModelPath, "no model", TestContext.Current.CancellationToken);

        var message = Should.Throw<ModelFileException>(() => Factory(1, 1).Load(model.ModelPath)).Message;

        message.ShouldContain(model.ModelPath);
        message.ShouldContain("can't be loaded by ONNX Runtime 1.");
    }

    [Fact]
    public void Load_ToyVoice_TellsItsSignature()
    {
        using var session = Factory(1, 1).Load(Path.Combine(Repository.Models, "tone", "kokoro-tone.onnx"));

        session.Signature.ToString().ShouldBe(
            "(input_ids Int64 rank 2, input_lengths Int64 rank 1, style Float rank 2, speed Float rank 1)"
            + " → (audio Float rank 2, audio_lengths Int64 rank 1, durations Int64 rank 2)");
    }

    [Theory]
    [InlineData(SpeechOptions.Cuda, "CUDAExecutionProvider")]
    [InlineData(SpeechOptions.TensorRt, "TensorrtExecutionProvider")]
    public void Load_OnAGpuWhereThereIsNone_SaysWhatIsMissingAndWhatToDo(string provider, string needed)
    {
        Assert.SkipWhen(File.Exists("/dev/nvidiactl"), "this machine has a GPU");
        var factory = new SessionFactory(new SpeechOptions { Provider = provider }, new Device(provider, 0));

        var message = Should.Throw<ModelFileException>(() => factory.Load(Path.Combine(Repository.Models, "tone", "kokoro-tone.onnx"))).Message;

        message.ShouldContain($"TTS_PROVIDER {provider} can't be used here");
        message.ShouldContain("there is no NVIDIA driver (/dev/nvidiactl)");
        message.ShouldContain("leave TTS_PROVIDER out");
        if (!OrtEnv.Instance().GetAvailableProviders().Contains(needed))
        {
            message.ShouldContain("build with the NuGet package Microsoft.ML.OnnxRuntime.Gpu");
        }

        factory.Threads.ShouldBe(1);
    }

    private static SessionFactory Factory(int instances, int threads) =>
        new(new SpeechOptions { Instances = instances, Threads = threads }, new Device(SpeechOptions.Cpu, 0));
}
