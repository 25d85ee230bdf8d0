using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace TtsConsumers.Speech.Voices.Piper.Espeak;

/// <summary>
/// The program espeak-ng at work for one of its voices: lines of text in, lines of phonemes out. It is a child process and not a library
/// because it is under the GPL. It ends when its input does, so it never outlives the host.
/// </summary>
/// <remarks>
/// A line may come back as none, one or several, so an end mark goes in behind each: a word nobody can know, drawn when the program is
/// started, whose phonemes are learnt then. After a fault nothing is known about what the program will say next: the owner starts another.
/// </remarks>
internal sealed class EspeakProcess : IDisposable
{
    private const int EndMarkLength = 8;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Process _process;
    private readonly string _endMark = RandomNumberGenerator.GetString("bdfgklmnprstvz", EndMarkLength);
    private readonly StringBuilder _complaint = new();
    private string _endPhonemes = "";

    private EspeakProcess(Process process) => _process = process;

    /// <summary>Whether it can still be spoken to.</summary>
    public bool Lives => !_process.HasExited;

    /// <summary>Starts the program.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="voice">One of its voices, such as <c>en-us</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="EspeakException">It can't be started, or has no such voice.</exception>
    public static async Task<EspeakProcess> StartAsync(string program, string voice, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        };
        foreach (var argument in (string[])["-q", "--ipa", "-b", "1", "-v", voice])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var started = new EspeakProcess(Process.Start(start)!);
            await started.LearnEndAsync(voice, cancellationToken);
            return started;
        }
        catch (Win32Exception e)
        {
            throw new EspeakException($"{program} can't be started: {e.Message}", e);
        }
    }

    /// <summary>Reads lines.</summary>
    /// <param name="lines">Clauses, without line breaks or control characters, of up to 900 bytes each.</param>
    /// <param name="cancellationToken">Gives up; the process can't be used any more then.</param>
    /// <returns>The phonemes of each line, blank where it has none.</returns>
    /// <exception cref="IOException">The program has ended.</exception>
    public async Task<IReadOnlyList<string>> ReadAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        // Both ways at once: neither side may wait for the other with a full pipe.
        var writing = WriteAsync(lines, cancellationToken);
        List<string> phonemes = [];
        for (var line = 0; line < lines.Count; line++)
        {
            phonemes.Add(await ReadOneAsync(cancellationToken));
        }

        await writing;
        return phonemes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        _process.Dispose();
    }

    private async Task LearnEndAsync(string voice, CancellationToken cancellationToken)
    {
        _process.ErrorDataReceived += (_, line) => _complaint.Append(line.Data).Append(' ');
        _process.BeginErrorReadLine();
        try
        {
            await _process.StandardInput.WriteLineAsync(_endMark.AsMemory(), cancellationToken);
            await _process.StandardInput.FlushAsync(cancellationToken);
            _endPhonemes = (await LineAsync(cancellationToken)).Trim();
        }
        catch (IOException)
        {
            await _process.WaitForExitAsync(cancellationToken);
            var said = _complaint.ToString().Trim();
            Dispose();
            throw new EspeakException($"espeak-ng does not read with its voice '{voice}': {(said.Length > 0 ? said : "it ended without a word")}");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private async Task WriteAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            await _process.StandardInput.WriteAsync($"{line}\n{_endMark}\n".AsMemory(), cancellationToken);
        }

        await _process.StandardInput.FlushAsync(cancellationToken);
    }

    private async Task<string> ReadOneAsync(CancellationToken cancellationToken)
    {
        List<string> said = [];
        for (var line = await LineAsync(cancellationToken); line != _endPhonemes; line = await LineAsync(cancellationToken))
        {
            said.Add(line);
        }

        return string.Join(' ', said.Where(line => line.Length > 0));
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken) =>
        (await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new IOException("espeak-ng has ended")).Trim();
}
