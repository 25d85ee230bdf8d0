using TtsConsumers.Consumer.InHand;
using System.Security.Cryptography;
using System.Text.Json;
using TtsConsumers.Shared.Contracts;
using TtsConsumers.Shared.Storage;

namespace TtsConsumers.Consumer.Pipeline;

/// <summary>Stores audio and its sidecar, and finds what an earlier try has stored.</summary>
/// <param name="store">Where audio goes.</param>
/// <param name="time">The clock.</param>
public sealed class AudioFiling(IAudioStore store, TimeProvider time)
{
    /// <summary>Looks for the sidecar of an earlier try.</summary>
    /// <returns>What it says; <see langword="null"/> where there is none that can be read.</returns>
    /// <exception cref="AudioStoreException">The store can't be used.</exception>
    public async Task<AudioSidecar?> FindAsync(AudioKey key, CancellationToken cancellation)
    {
        if (await store.TryGetAsync(key.Sidecar, cancellation) is not { } bytes)
            return null;
        try
        {
            return JsonSerializer.Deserialize(bytes, ContractJson.Sidecar);
        }
        catch (JsonException)
        {
            // A store that lost half of it: speak again, the sidecar is then written anew.
            return null;
        }
    }

    /// <summary>Puts the audio under its content's key, then the sidecar as the commit mark.</summary>
    /// <returns>The sidecar.</returns>
    /// <exception cref="AudioStoreException">The store can't be used; both puts may be repeated.</exception>
    public async Task<AudioSidecar> FileAsync(JobInHand job, JobPlan plan, FinishedAudio audio, CancellationToken cancellation)
    {
        // Not given back after a put that failed: somebody may still be reading, and what is pooled is written over.
        var file = job.File;
        job.File = null;
        var started = time.GetTimestamp();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(audio.Bytes.Span));
        var key = plan.Key.Audio(sha256);
        await store.PutAsync(key, audio.Bytes, plan.Form.Encoder.ContentType, cancellation);
        await job.ReachAsync(Stage.AudioPut);
        var stored = new ResultAudio(
            store.UriOf(key), plan.Form.Encoder.ContentType, audio.Bytes.Length, sha256, audio.SampleRate, (long)audio.Duration.TotalMilliseconds);
        var spent = (long)time.GetElapsedTime(started).TotalMilliseconds;
        var sidecar = new AudioSidecar(
            stored, plan.Voice.Id, audio.Marks, audio.Notes, audio.Timing with { StoreMs = audio.Timing.StoreMs + spent });
        await store.PutAsync(
            plan.Key.Sidecar, JsonSerializer.SerializeToUtf8Bytes(sidecar, ContractJson.Sidecar), "application/json", cancellation);
        if (file is not null)
            await file.DisposeAsync();
        await job.ReachAsync(Stage.SidecarPut);
        return sidecar with { Timing = sidecar.Timing with { StoreMs = audio.Timing.StoreMs + (long)time.GetElapsedTime(started).TotalMilliseconds } };
    }
}
