using System.Diagnostics;
using Shouldly;
using TtsConsumers.Speech.Voices;
using TtsConsumers.Speech.Voices.Piper.Espeak;
using Xunit;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

/// <summary>The real program; without it these tests are skipped and say so.</summary>
public sealed class EspeakNgTests : IAsyncLifetime
{
    private readonly EspeakNg _espeak = new("espeak-ng", TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(_espeak.Missing is not null, _espeak.Missing ?? "");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _espeak.DisposeAsync();

    [Fact]
    public async Task ReadAsync_Clauses_GivesEachItsPhonemes() =>
        (await _espeak.ReadAsync("en-us", ["Hello world,", "this is a test."], Token)).ShouldBe(["həlˈoʊ wˈɜːld", "ðɪs ɪz ɐ tˈɛst"]);

    [Theory]
    [InlineData("en-gb-x-rp", false)]
    [InlineData("xx-none", true)]
    public void MissingFor_Voice_SaysWhetherTheProgramHasIt(string voice, bool isMissing) =>
        (_espeak.MissingFor(voice) ?? "").Contains($"has no voice '{voice}'", StringComparison.Ordinal).ShouldBe(isMissing);

    [Fact]
    public async Task ReadAsync_ClauseThatIsNoneOrSeveralToEspeak_KeepsTheOthersInTheirPlaces()
    {
        var phonemes = await _espeak.ReadAsync("en-us", ["one", "()", "two. Three. Four.", "", "five"], Token);

        phonemes.ShouldBe(["wˈʌn", "", "tˈuː θɹˈiː fˈoːɹ", "", "fˈaɪv"]);
    }

    [Fact]
    public async Task ReadAsync_ManyAtOnceInSeveralLanguages_DoesNotMixThem()
    {
        var reading = Enumerable.Range(0, 60).Select(i => _espeak.ReadAsync(i % 3 == 0 ? "de" : "en-us", [$"{i}", "Tag"], Token)).ToList();
        var alone = new List<IReadOnlyList<string>>();

        var together = await Task.WhenAll(reading);
        for (var i = 0; i < together.Length; i++)
        {
            alone.Add(await _espeak.ReadAsync(i % 3 == 0 ? "de" : "en-us", [$"{i}", "Tag"], Token));
        }

        together.ShouldBe(alone);
        together.Select(one => one[0]).Distinct().Count().ShouldBe(60);
    }

    [Fact]
    public async Task ReadAsync_LongText_NeitherSideWaitsForTheOther()
    {
        var clauses = Enumerable.Range(0, 500).Select(i => $"the number {i} of very many clauses").ToList();

        var phonemes = await _espeak.ReadAsync("en-us", clauses, Token);

        phonemes.Count.ShouldBe(500);
        phonemes.ShouldAllBe(one => one.StartsWith("ðə nˈʌmbɚ") && one.EndsWith("klˈɔːzᵻz"));
    }

    [Fact]
    public async Task ReadAsync_ProgramEnded_IsStartedAnew()
    {
        await _espeak.ReadAsync("en-us", ["before"], Token);
        foreach (var child in Children())
        {
            child.Kill();
            await child.WaitForExitAsync(Token);
        }

        (await _espeak.ReadAsync("en-us", ["after"], Token)).ShouldBe(["ˈæftɚ"]);
    }

    [Fact]
    public async Task ReadAsync_GivenUp_LeavesTheNextOneItsOwnPhonemes()
    {
        using var soon = new CancellationTokenSource();
        var given = _espeak.ReadAsync("en-us", [.. Enumerable.Repeat("a long way to go before we sleep", 20_000)], soon.Token);
        await soon.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => given);
        (await _espeak.ReadAsync("en-us", ["after"], Token)).ShouldBe(["ˈæftɚ"]);
    }

    [Fact]
    public async Task ReadAsync_NoSuchVoice_NamesIt()
    {
        var message = (await Should.ThrowAsync<EspeakException>(() => _espeak.ReadAsync("xx-nobody", ["a"], Token))).Message;

        message.ShouldContain("xx-nobody");
        message.ShouldContain("does not exist");
    }

    [Fact]
    public async Task ReadAsync_Disposed_LeavesNoProcess()
    {
        await using (var other = new EspeakNg("espeak-ng", TimeProvider.System))
        {
            await other.ReadAsync("fr", ["un"], Token);
            Children("fr").ShouldNotBeEmpty();
        }

        while (Children("fr").Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }
    }

    private static List<Process> Children(string voice = "en-us") => [.. Process.GetProcessesByName("espeak-ng").Where(child =>
        File.ReadAllText($"/proc/{child.Id}/stat").Split(' ') is var stat && stat[3] == $"{Environment.ProcessId}" && stat[2] != "Z"
        && File.ReadAllText($"/proc/{child.Id}/cmdline").TrimEnd('\0').EndsWith("\0" + voice))];
}
