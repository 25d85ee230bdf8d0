using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TtsConsumers.Producer.Cli.Speaking;

/// <summary>
/// The state of a sound that is being made, in a file beside it: one JSON line for each fragment, written when its samples are. A run that was killed
/// in the middle of a line has lost that line and nothing else.
/// </summary>
internal sealed class DraftState : IAsyncDisposable
{
    private const int Version = 2;
    private const int HashCharacters = 16;

    private readonly FileStream file;

    private DraftState(FileStream file) => this.file = file;

    /// <summary>Where it is.</summary>
    public string Path => file.Name;

    /// <summary>Whether it was made just now.</summary>
    public bool IsEmpty => file.Length == 0;

    /// <summary>The stream the fragments are spoken in; <see langword="null"/> before <see cref="BeginAsync"/>, where nothing could be read.</summary>
    public string? Stream { get; private set; }

    /// <summary>What is there already, in the order of the fragments.</summary>
    public List<DraftLine> Lines { get; } = [];

    /// <summary>Opens or makes a state; while it is open no other run can.</summary>
    /// <exception cref="CommandFailedException">Another run has it.</exception>
    public static DraftState Open(string path)
    {
        try
        {
            return new DraftState(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new CommandFailedException(ExitCodes.Failed, $"another tts is writing this file ({path} is in use): wait for it, or give another --out");
        }
    }

    /// <summary>What a text hashes to.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashCharacters];

    /// <summary>Reads what fits: of the same settings, and of the same texts from the first on, up to one that failed.</summary>
    /// <param name="settings">What this run's settings hash to.</param>
    /// <param name="texts">The fragments' texts.</param>
    /// <param name="soundBytes">How long the sound beside it is.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns><see langword="false"/> where the state is another text's or of other settings, or can't be read.</returns>
    public async Task<bool> ReadAsync(string settings, IReadOnlyList<string> texts, long soundBytes, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        if (await reader.ReadLineAsync(cancellation) is not { } first || Parse<DraftHeader>(first) is not { Version: Version } header || header.Settings != settings)
            return false;
        while (await reader.ReadLineAsync(cancellation) is { } text && Parse<DraftLine>(text) is { } line)
        {
            var fits = Lines.Count < texts.Count && line.Text == Hash(texts[Lines.Count]);
            if (!fits || line.Failure is not null || line.Point.Position > soundBytes)
                break;
            Lines.Add(line);
        }
        Stream = header.Stream;
        return true;
    }

    /// <summary>Writes the state anew: what was read of it, else nothing.</summary>
    public async Task BeginAsync(string stream, string settings, CancellationToken cancellation)
    {
        Stream = stream;
        file.SetLength(0);
        await WriteAsync(new DraftHeader(Version, stream, settings), cancellation);
        foreach (var line in Lines)
            await WriteAsync(line, cancellation);
        await file.FlushAsync(cancellation);
    }

    /// <summary>Adds a fragment; its samples must be written.</summary>
    public async Task AddAsync(DraftLine line, CancellationToken cancellation)
    {
        await WriteAsync(line, cancellation);
        await file.FlushAsync(cancellation);
        Lines.Add(line);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => file.DisposeAsync();

    private ValueTask WriteAsync<T>(T line, CancellationToken cancellation) =>
        file.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, typeof(T), CliJson.Line) + "\n"), cancellation);

    private static T? Parse<T>(string line)
        where T : class
    {
        try
        {
            return (T?)JsonSerializer.Deserialize(line, typeof(T), CliJson.Line);
        }
        catch (JsonException)
        {
            // Half a line, or not ours.
            return null;
        }
    }
}
