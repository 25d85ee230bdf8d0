using Shouldly;
using TtsConsumers.Speech.Inference;
using TtsConsumers.Tests.SpeechTests.Audio;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Inference;

public sealed class ModelInstanceTests : IAsyncLifetime
{
    private const string Symbols = "abcdefhijklmnopqrstuvwxyz";
    private TestModel _tone = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _tone = await TestModel.OpenAsync("tone", Token);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(0.5f)]
    [InlineData(1)]
    [InlineData(1.25f)]
    [InlineData(2)]
    public async Task SpeakAsync_AnySpeed_SoundsAsItsIds(float speed)
    {
        await using var instance = _tone.Load();

        using var audio = await instance.SpeakAsync(_tone.Utter("ni↓ xau↓, ʂɨ↘ʨjɛ↘!ᵻ;", speed), Token);

        ToneReader.Ids(audio.Samples, speed)
            .ShouldBe([0, 56, 51, 169, 16, 66, 43, 63, 169, 3, 16, 130, 101, 173, 21, 52, 86, 173, 5, 177, 1, 0]);
    }

    [Fact]
    public async Task SpeakAsync_MoreThan400Phonemes_JoinsThePiecesIntoOneAudio()
    {
        var phonemes = string.Concat(Enumerable.Repeat("ni↓ xau↓, ʂɨ↘ʨjɛ↘! ", 50));
        var utterance = _tone.Utter(phonemes);
        await using var instance = _tone.Load();

        using var audio = await instance.SpeakAsync(utterance, Token);

        utterance.Pieces.Count.ShouldBe(3);
        var ids = utterance.Pieces.SelectMany(piece => piece.Ids.ToArray()).ToList();
        audio.Ids.ToArray().ShouldBe(ids);
        ToneReader.Ids(audio.Samples).ShouldBe(ids.Select(id => (int)id));
        audio.Durations.ToArray().ShouldBe(ids.Select(id => id == 0 ? 1L : 2));
        ids.Count(id => id > 0).ShouldBe(phonemes.Length);
    }

    [Fact]
    public async Task SpeakAsync_ManyCallersAtOnce_EachHearsItsOwn()
    {
        await using var instance = _tone.Load();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            var random = new Random(i);
            var utterance = _tone.Utter(new string(random.GetItems<char>(Symbols, random.Next(1, 40))));
            using var audio = await instance.SpeakAsync(utterance, Token);
            ToneReader.Ids(audio.Samples).ShouldBe(utterance.Pieces[0].Ids.ToArray().Select(id => (int)id));
        }));
    }

    [Fact]
    public async Task SpeakAsync_ManyCallersAtOnce_OneThreadAloneIsInRun()
    {
        using var gate = new GatedFamily(_tone.Family);
        await using var instance = _tone.Load(gate);
        gate.Open(300);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(
            async () => (await instance.SpeakAsync(_tone.Utter("abc"), Token)).Dispose(), Token)));

        gate.MostInside.ShouldBe(1);
        gate.Threads.Count.ShouldBe(1);
        gate.Calls.Count.ShouldBe(100);
    }

    [Fact]
    public async Task SpeakAsync_Answered_TheCallerDoesNotGoOnOnTheInstancesThread()
    {
        using var gate = new GatedFamily(_tone.Family);
        await using var instance = _tone.Load(gate);
        var goesOn = instance.SpeakAsync(_tone.Utter("a"), CancellationToken.None).ContinueWith(
            _ => Environment.CurrentManagedThreadId, Token, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        gate.Open();

        gate.Threads.ShouldNotContain(await goesOn);
    }

    [Fact]
    public async Task SpeakAsync_CancelledWhileWaiting_IsNeverSpoken()
    {
        using var gate = new GatedFamily(_tone.Family);
        await using var instance = _tone.Load(gate);
        using var givingUp = new CancellationTokenSource();
        var first = instance.SpeakAsync(_tone.Utter("a"), Token);
        await gate.ArrivedAsync(Token);
        var second = instance.SpeakAsync(_tone.Utter("bb"), givingUp.Token);
        var third = instance.SpeakAsync(_tone.Utter("ccc"), Token);

        await givingUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => second);
        gate.Open(2);
        (await first).Dispose();
        (await third).Dispose();
        gate.Calls.Select(piece => piece.Ids.Length).ShouldBe([3, 5]);
    }

    [Fact]
    public async Task SpeakAsync_CancelledInRun_LetsTheCallerGoAndTheRestOfTheTextUnspoken()
    {
        using var gate = new GatedFamily(_tone.Family);
        await using var instance = _tone.Load(gate);
        using var givingUp = new CancellationTokenSource();
        var speaking = instance.SpeakAsync(_tone.Utter(new string('a', 1000)), givingUp.Token);
        await gate.ArrivedAsync(Token);

        await givingUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => speaking);
        gate.Open(2);
        using var next = await instance.SpeakAsync(_tone.Utter("b"), Token);
        ToneReader.Ids(next.Samples).ShouldBe([0, 44, 0]);
        gate.Calls.Select(piece => piece.Ids.Length).ShouldBe([402, 3]);
    }

    [Fact]
    public async Task SpeakAsync_ModelFails_SaysWhichModelAndHowManyIdsAndGoesOn()
    {
        using var gate = new GatedFamily(_tone.Family) { Fault = new InvalidDataException("the outputs contradict each other") };
        await using var instance = _tone.Load(gate);
        gate.Open(2);

        var failure = await Should.ThrowAsync<SynthesisFailedException>(() => instance.SpeakAsync(_tone.Utter("abc"), Token));

        failure.Message.ShouldBe("Model tone could not speak 5 ids: the outputs contradict each other");
        failure.InnerException.ShouldBeOfType<InvalidDataException>();
        using var next = await instance.SpeakAsync(_tone.Utter("b"), Token);
        ToneReader.Ids(next.Samples).ShouldBe([0, 44, 0]);
    }

    [Fact]
    public async Task DisposeAsync_OneInRunAndOneWaiting_AnswersBothAndTakesNoMore()
    {
        using var gate = new GatedFamily(_tone.Family);
        var instance = _tone.Load(gate);
        var inRun = instance.SpeakAsync(_tone.Utter("a"), Token);
        await gate.ArrivedAsync(Token);
        var waiting = instance.SpeakAsync(_tone.Utter("b"), Token);

        var closing = instance.DisposeAsync();
        gate.Open();
        await closing;
        await instance.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => inRun);
        await Should.ThrowAsync<ObjectDisposedException>(() => waiting);
        await Should.ThrowAsync<ObjectDisposedException>(() => instance.SpeakAsync(_tone.Utter("c"), Token));
        gate.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Clock_InRunAndAfter_TellsWhetherAndHowLong()
    {
        using var gate = new GatedFamily(_tone.Family);
        await using var instance = _tone.Load(gate);
        instance.Clock.Busy.ShouldBe(TimeSpan.Zero);

        var speaking = instance.SpeakAsync(_tone.Utter("a"), Token);
        await gate.ArrivedAsync(Token);
        instance.Clock.InRunFor.ShouldNotBeNull();

        gate.Open();
        (await speaking).Dispose();
        instance.Clock.InRunFor.ShouldBeNull();
        instance.Clock.Busy.ShouldBeGreaterThan(TimeSpan.Zero);
    }
}
