using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace TtsConsumers.Speech.Voices.Piper.Espeak;

/// <summary>The program espeak-ng, started once for each of its voices that is used, kept alive, and started anew when it ends or hangs.</summary>
/// <param name="program">Its path, or its name where it is in a folder of PATH.</param>
/// <param name="time">The clock of its patience.</param>
internal sealed class EspeakNg(string program, TimeProvider time) : IAsyncDisposable
{
    // So many clauses take a tenth of a second; a machine in distress may take a hundred times that.
    private const int AtATime = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lazy<bool> _missing = new(() => !Starts(program));
    private readonly ConcurrentDictionary<string, bool> _lacking = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Reader> _readers = new(StringComparer.Ordinal);

    /// <summary>What stands in the way of using it, in a sentence; null when nothing does.</summary>
    public string? Missing => _missing.Value ? $"it needs the program {program}, which is not on this machine; install it (Debian: apt-get install espeak-ng) or set TTS_ESPEAK to its path" : null;

    /// <summary>What stands in the way of using one of its voices; null when nothing does, as far as can be told without reading.</summary>
    /// <param name="voice">The voice, as a model's config names it.</param>
    public string? MissingFor(string voice) => Missing ?? (_lacking.GetOrAdd(voice, Lacks)
        ? $"this machine's {program} has no voice '{voice}', by which it would be read; {program} --voices lists those it has" : null);

    /// <summary>Reads clauses.</summary>
    /// <param name="voice">A voice of the program.</param>
    /// <param name="clauses">Without line breaks or control characters, of up to 900 bytes each.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The phonemes of each clause, IPA; blank where it has none.</returns>
    /// <exception cref="EspeakException">The program is missing, has no such voice, or failed twice.</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(string voice, IReadOnlyList<string> clauses, CancellationToken cancellationToken)
    {
        if (Missing is { } missing)
        {
            throw new EspeakException(missing);
        }

        return clauses.Count == 0 ? [] : await _readers.GetOrAdd(voice, name => new Reader(program, name, time)).ReadAsync(clauses, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers.Values)
        {
            await reader.DisposeAsync();
        }
    }

    /// <summary>The system looks for the program where it will look when it is needed.</summary>
    private static bool Starts(string program)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true, RedirectStandardError = true });
            return started is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Asked with an empty text, the program ends at once, and with a code above 0 where it has no such voice.</summary>
    private bool Lacks(string voice)
    {
        using var asked = Process.Start(new ProcessStartInfo(program, ["-q", "-v", voice, ""]) { RedirectStandardOutput = true, RedirectStandardError = true });
        if (asked!.WaitForExit(Patience))
        {
            return asked.ExitCode > 0;
        }

        asked.Kill();
        return false;
    }

    /// <summary>The process of one voice; one text at a time is in it.</summary>
    private sealed class Reader(string program, string voice, TimeProvider time) : IAsyncDisposable
    {
        private readonly SemaphoreSlim _turn = new(1);
        private EspeakProcess? _process;

        public async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<string> clauses, CancellationToken cancellationToken)
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                List<string> phonemes = [];
                foreach (var some in clauses.Chunk(AtATime))
                {
                    phonemes.AddRange(await TryAsync(some, cancellationToken)
                        ?? await TryAsync(some, cancellationToken)
                        ?? throw new EspeakException($"espeak-ng ended or hung twice over a text, with its voice '{voice}'"));
                }

                return phonemes;
            }
            finally
            {
                _turn.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _turn.WaitAsync();
            _process?.Dispose();
            _turn.Dispose();
        }

        /// <summary>Null when the program ended or hung.</summary>
        private async Task<IReadOnlyList<string>?> TryAsync(IReadOnlyList<string> clauses, CancellationToken cancellationToken)
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            try
            {
                _process = _process is { Lives: true } ? _process : await EspeakProcess.StartAsync(program, voice, either.Token);
                return await _process.ReadAsync(clauses, either.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                _process?.Dispose();
                _process = null;
                cancellationToken.ThrowIfCancellationRequested();
                return null;
            }
        }
    }
}
