using Shouldly;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Tests.SpeechTests.Audio;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

/// <summary>Models that hang in Run, want too much memory or lose their device, and what an instance makes of it (reliability.md, G1).</summary>
public sealed class FaultyModelTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _models = Directory.CreateTempSubdirectory("faulty-voice-").FullName;
    private TestModel _faulty = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string ModelFile => Path.Combine(_models, FaultyVoice.Name, "faulty.onnx");

    public async ValueTask InitializeAsync()
    {
        FaultyVoice.Make(_models, Path.Combine(Repository.Models, "tone"));
        _faulty = await TestModel.OpenAsync(FaultyVoice.Name, Token, _models);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_models, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task SpeakAsync_Hangs_ItsCallerIsToldAndWhoWaitsIsSpokenByANewSession()
    {
        await using var instance = _faulty.Load(deadline: 1);

        var hung = instance.SpeakAsync(_faulty.Utter($"a{FaultyVoice.Hangs}"), Token);
        var waiting = instance.SpeakAsync(_faulty.Utter("abc"), Token);

        (await Should.ThrowAsync<SynthesisTimeoutException>(() => hung)).Message.ShouldBe("Model faulty did not come back within 1 s; it had 4 ids to speak");
        using var spoken = await waiting;
        ToneReader.Ids(spoken.Samples).ShouldBe([0, 43, 44, 45, 0]);
        instance.Clock.InRunFor.ShouldBeNull("for the clock the Run that was given up is over");
        instance.Lost.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task SpeakAsync_HangsForTheSecondTime_TheInstanceIsLostAndNobodyIsSpokenAnyMore()
    {
        var instance = _faulty.Load(deadline: 1);
        await Should.ThrowAsync<SynthesisTimeoutException>(() => instance.SpeakAsync(_faulty.Utter($"{FaultyVoice.Hangs}"), Token));

        await Should.ThrowAsync<SynthesisTimeoutException>(() => instance.SpeakAsync(_faulty.Utter($"{FaultyVoice.Hangs}"), Token));
        var loss = await instance.Lost.WaitAsync(Patience, Token);
        var waiting = instance.SpeakAsync(_faulty.Utter("a"), Token);
        await instance.DisposeAsync();

        loss.ShouldBe(new InstanceLoss(instance, DeviceIsLost: false, "Model faulty did not come back within 1 s, for the second time"));
        await Should.ThrowAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public async Task SpeakAsync_HangsAndTheFileIsAnotherModelByNow_TheInstanceIsLost()
    {
        await using var instance = _faulty.Load(deadline: 1);
        File.Copy(Path.Combine(Repository.Models, "tone", "kokoro-tone.onnx"), ModelFile, overwrite: true);

        await Should.ThrowAsync<SynthesisTimeoutException>(() => instance.SpeakAsync(_faulty.Utter($"{FaultyVoice.Hangs}"), Token));
        var loss = await instance.Lost.WaitAsync(Patience, Token);

        loss.DeviceIsLost.ShouldBeFalse();
        loss.Why.ShouldContain("could not be loaded anew");
        loss.Why.ShouldContain(ModelFile);
    }

    [Fact]
    public async Task SpeakAsync_TheHungCallComesBackLate_NobodyHearsItAndTheInstanceGoesOn()
    {
        using var gate = new GatedFamily(_faulty.Family);
        await using var instance = _faulty.Load(gate, deadline: 1);
        var hung = instance.SpeakAsync(_faulty.Utter("a"), Token);
        await gate.ArrivedAsync(Token);
        await Should.ThrowAsync<SynthesisTimeoutException>(() => hung);
        var next = instance.SpeakAsync(_faulty.Utter("b"), Token);
        await gate.ArrivedAsync(Token);

        // One of them is the thread that was left behind; it goes on in the session that it was in.
        const int Later = 20;
        gate.Open(2 + Later);

        using var spoken = await next;
        ToneReader.Ids(spoken.Samples).ShouldBe([0, 44, 0]);
        for (var i = 0; i < Later; i++)
        {
            (await instance.SpeakAsync(_faulty.Utter("c"), Token)).Dispose();
        }

        gate.Threads.Count.ShouldBe(2);
        gate.Calls.Count.ShouldBe(2 + Later);
    }

    [Fact]
    public async Task DisposeAsync_InACallThatCanNotBeBrokenOff_LeavesItBehind()
    {
        using var gate = new GatedFamily(_faulty.Family);
        var instance = _faulty.Load(gate);
        var hung = instance.SpeakAsync(_faulty.Utter("a"), Token);
        await gate.ArrivedAsync(Token);
        var waiting = instance.SpeakAsync(_faulty.Utter("b"), Token);

        // The gate holds the call for 30 s.
        await instance.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(15), Token);

        await Should.ThrowAsync<ObjectDisposedException>(() => hung);
        await Should.ThrowAsync<ObjectDisposedException>(() => waiting);
        gate.Open();
    }

    [Fact]
    public async Task SpeakAsync_WantsMoreMemoryThanThereIs_FailsAndGoesOnWithTheNext()
    {
        await using var instance = _faulty.Load();

        var failure = await Should.ThrowAsync<SynthesisFailedException>(() => instance.SpeakAsync(_faulty.Utter($"{FaultyVoice.OutOfMemory}"), Token));

        failure.Message.ShouldContain("Failed to allocate memory");
        using var next = await instance.SpeakAsync(_faulty.Utter("b"), Token);
        ToneReader.Ids(next.Samples).ShouldBe([0, 44, 0]);
        instance.Lost.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task SpeakAsync_LosesTheDevice_FailsAndTheInstanceIsLost()
    {
        await using var instance = _faulty.Load();

        await Should.ThrowAsync<SynthesisFailedException>(() => instance.SpeakAsync(_faulty.Utter($"{FaultyVoice.LosesDevice}"), Token));
        var loss = await instance.Lost.WaitAsync(Patience, Token);

        loss.DeviceIsLost.ShouldBeTrue();
        loss.Why.ShouldContain("CUDA failure 700: an illegal memory access was encountered");
    }
}
