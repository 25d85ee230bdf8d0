using Shouldly;
using TtsConsumers.Speech.Audio;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Tests.SpeechTests.Audio;
using TtsConsumers.Tests.SpeechTests.Voices;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

/// <summary>Several texts in one Run: who shares it, that each hears its own, and that a text at fault fails alone.</summary>
public sealed class BatchTests : IAsyncLifetime
{
    private readonly string _models = Directory.CreateTempSubdirectory("batch-").FullName;
    private TestModel _faulty = null!;
    private GatedFamily _gate = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        FaultyVoice.Make(_models, Path.Combine(Repository.Models, "tone"));
        _faulty = await TestModel.OpenAsync(FaultyVoice.Name, Token, _models);
        _gate = new GatedFamily(_faulty.Family);
    }

    public ValueTask DisposeAsync()
    {
        _gate.Dispose();
        Directory.Delete(_models, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task SpeakAsync_OthersWaitWhileOneIsInRun_ShareTheNextAndEachHearsItsOwn()
    {
        await using var instance = _faulty.Load(_gate, batch: 4);
        var first = await InRunAsync(instance);
        string[] texts = ["kkkkkkkkkkkk", "b", "ni↓ xau↓"];
        var waiting = texts.Select(text => instance.SpeakAsync(_faulty.Utter(text), Token)).ToList();

        _gate.Open(2);

        (await first).Dispose();
        for (var i = 0; i < texts.Length; i++)
        {
            using var heard = await waiting[i];
            using var single = await AloneAsync(texts[i]);
            heard.Samples.SequenceEqual(single.Samples).ShouldBeTrue($"{texts[i]} in a batch is not what it is alone");
            heard.Durations.ToArray().ShouldBe(single.Durations.ToArray());
        }

        _gate.Sizes.ShouldBe([1, 3]);
    }

    [Fact]
    public async Task SpeakAsync_MoreWaitThanABatchHas_NoRunHasMore()
    {
        await using var instance = _faulty.Load(_gate, batch: 2);
        var first = await InRunAsync(instance);
        var waiting = Enumerable.Range(1, 5).Select(length => instance.SpeakAsync(_faulty.Utter(new string('a', length)), Token)).ToList();

        _gate.Open(4);

        (await first).Dispose();
        foreach (var speaking in waiting)
        {
            (await speaking).Dispose();
        }

        _gate.Sizes.ShouldBe([1, 2, 2, 1]);
    }

    [Fact]
    public async Task SpeakAsync_Alone_SharesNoRun()
    {
        await using var instance = _faulty.Load(_gate, batch: 4);
        var first = await InRunAsync(instance);
        var suspect = instance.SpeakAsync(_faulty.Utter("b"), alone: true, Token);
        var others = new[] { "c", "dd" }.Select(text => instance.SpeakAsync(_faulty.Utter(text), Token)).ToList();

        _gate.Open(3);

        (await first).Dispose();
        (await suspect).Dispose();
        (await others[0]).Dispose();
        (await others[1]).Dispose();
        _gate.Sizes.ShouldBe([1, 2, 1]);
    }

    [Fact]
    public async Task SpeakAsync_ARunOfSeveralFails_EachIsSpokenAlone()
    {
        await using var instance = _faulty.Load(_gate, batch: 4);
        var first = await InRunAsync(instance);
        var waiting = new[] { "a", "bb", "ccc" }.Select(text => instance.SpeakAsync(_faulty.Utter(text), Token)).ToList();
        _gate.Open();
        (await first).Dispose();
        await _gate.ArrivedAsync(Token);

        _gate.Fault = new InvalidDataException("the outputs contradict each other");
        _gate.Open(4);

        foreach (var speaking in waiting)
        {
            (await speaking).Dispose();
        }

        _gate.Sizes.ShouldBe([1, 3, 1, 1, 1]);
    }

    [Fact]
    public async Task SpeakAsync_OneOfFourWantsMoreMemoryThanThereIs_FailsAloneAndTheNextShareARunAgain()
    {
        await using var instance = _faulty.Load(_gate, batch: 4);
        var first = await InRunAsync(instance);
        var mates = new[] { "a", "bb", "ccc" }.Select(text => instance.SpeakAsync(_faulty.Utter(text), Token)).ToList();
        var poison = instance.SpeakAsync(_faulty.Utter($"{FaultyVoice.OutOfMemory}{FaultyVoice.OutOfMemory}"), Token);

        _gate.Open(6);

        (await first).Dispose();
        (await Should.ThrowAsync<SynthesisFailedException>(() => poison)).Message.ShouldContain("Failed to allocate memory");
        foreach (var speaking in mates)
        {
            (await speaking).Dispose();
        }

        // Sorted, the poison is the third of four: the first half is good, the second is halved.
        _gate.Sizes.ShouldBe([1, 4, 2, 2, 1, 1]);
        await _gate.AllArrivedAsync();
        var next = await InRunAsync(instance);
        var later = Enumerable.Range(1, 4).Select(_ => instance.SpeakAsync(_faulty.Utter("eeee"), Token)).ToList();
        _gate.Open(2);
        (await next).Dispose();
        foreach (var speaking in later)
        {
            (await speaking).Dispose();
        }

        _gate.Sizes[^2..].ShouldBe([1, 4]);
    }

    [Fact]
    public async Task SpeakAsync_ARunOfSeveralHangs_TheirCallersAreToldAndWhoWaitsIsSpokenByANewSession()
    {
        await using var instance = _faulty.Load(_gate, deadline: 1, batch: 2);
        var first = await InRunAsync(instance);
        var hung = instance.SpeakAsync(_faulty.Utter($"a{FaultyVoice.Hangs}"), Token);
        var beside = instance.SpeakAsync(_faulty.Utter("bb"), Token);
        var waiting = instance.SpeakAsync(_faulty.Utter("abc"), Token);

        _gate.Open(3);

        (await first).Dispose();
        (await Should.ThrowAsync<SynthesisTimeoutException>(() => hung)).Message
            .ShouldBe("Model faulty did not come back within 1 s; it had 4 ids to speak, beside 1 more texts");
        await Should.ThrowAsync<SynthesisTimeoutException>(() => beside);
        using var spoken = await waiting;
        ToneReader.Ids(spoken.Samples).ShouldBe([0, 43, 44, 45, 0]);
    }

    [Fact]
    public async Task DisposeAsync_SomeInRunAndSomeWaiting_AllAreAnswered()
    {
        var instance = _faulty.Load(_gate, batch: 2);
        var first = await InRunAsync(instance);
        var waiting = Enumerable.Range(1, 5).Select(length => instance.SpeakAsync(_faulty.Utter(new string('a', length)), Token)).ToList();
        _gate.Open();
        (await first).Dispose();
        await _gate.ArrivedAsync(Token);

        var closing = instance.DisposeAsync();
        _gate.Open();
        await closing;

        foreach (var speaking in waiting)
        {
            await Should.ThrowAsync<ObjectDisposedException>(() => speaking);
        }
    }

    /// <summary>Something to wait behind.</summary>
    private async Task<Task<SpokenAudio>> InRunAsync(ModelInstance instance)
    {
        var speaking = instance.SpeakAsync(_faulty.Utter("h"), Token);
        await _gate.ArrivedAsync(Token);
        return speaking;
    }

    private async Task<SpokenAudio> AloneAsync(string text)
    {
        await using var instance = _faulty.Load();
        return await instance.SpeakAsync(_faulty.Utter(text), Token);
    }
}
