using System.Diagnostics;
using TtsConsumers.Bench.Farm;
using TtsConsumers.Bench.Figures;
using TtsConsumers.Speech.Audio;

namespace TtsConsumers.Bench.Benchmarks;

/// <summary>How many times faster than it sounds speech becomes a file, on one thread.</summary>
internal sealed class EncodeBenchmark : IBenchmark
{
    private const int SampleRate = 24_000;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(400);

    public string Name => "encode";

    public string About => "seconds of speech a second that become WAV, FLAC, Opus and MP3";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchScene scene, CancellationToken cancellation)
    {
        var speech = await (await scene.VoiceAsync(cancellation)).SpeakAsync("今天上午，这座城市的天气很好，许多市民来到公园里散步。", cancellation);
        var forms = AudioEncoders.Offered.Where(encoder => encoder.Format != "pcm").Select(encoder => new AudioForm(encoder, SampleRate)).ToList();
        var speeds = forms.Select(_ => new List<double>()).ToList();
        for (var round = 1; round <= scene.Rounds; round++)
        {
            scene.Say($"encode: round {round} of {scene.Rounds}");
            for (var i = 0; i < forms.Count; i++)
                speeds[i].Add(Speed(forms[i], speech));
        }
        return [.. forms.Select((form, i) => new Figure(
            $"encode.{form.Encoder.Format}", "× real time", speeds[i], Goal.AtLeast(form.Encoder.Format == "wav" ? 20_000 : 100)))];
    }

    private static double Speed(AudioForm form, float[] speech)
    {
        form.Render(speech, SampleRate);
        var started = Stopwatch.GetTimestamp();
        var times = 0;
        do
        {
            form.Make(speech, SampleRate).Dispose();
            times++;
        }
        while (Stopwatch.GetElapsedTime(started) < Round);
        return (double)times * speech.Length / SampleRate / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
