using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TtsConsumers.Shared.Storage;

/// <summary>
/// Where a piece of audio and its sidecar are stored. The same identity always has the same key, on every host and at every attempt; a changed
/// text, voice or model has another. The audio's own hash is part of its name, so that an audio object never changes once it is there.
/// </summary>
public sealed class AudioKey
{
    private const int AudioHashCharacters = 16;

    // Strict: with replacement characters two different broken texts would share a key.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string folder;
    private readonly string format;

    private AudioKey(string hash, string format)
    {
        Hash = hash;
        folder = $"audio/{hash[..2]}";
        this.format = format;
    }

    /// <summary>The identity's SHA-256: 64 lower-case hex digits.</summary>
    public string Hash { get; }

    /// <summary>The sidecar's key: <c>audio/&lt;2 hex&gt;/&lt;k&gt;.json</c>. Its presence marks the audio as complete.</summary>
    public string Sidecar => $"{folder}/{Hash}.json";

    /// <summary>
    /// The key of an identity: SHA-256 over id, text, voice, model hash, language, speed, format, sample rate and then word and reading of each
    /// lexicon entry in ordinal order of the words, and last the gain where it is not 0. Where the deployment has a lexicon of its own, the key is the
    /// SHA-256 over that hash and the hash of the lexicon's file: a changed lexicon makes other audio. Each field is its UTF-8 bytes after their number as
    /// 4 bytes, most significant first; numbers are written as the shortest text that reads back the same, with a decimal point.
    /// </summary>
    /// <param name="identity">What is spoken and how.</param>
    /// <exception cref="ArgumentException">A text holds a lone surrogate, or the format could not be an extension.</exception>
    public static AudioKey Of(AudioIdentity identity)
    {
        StoreKey.Check(identity.Format);
        var hash = Hashed(Fields(identity));

        // Two fields, where an identity has eight or more: the one can't be taken for the other.
        return new AudioKey(identity.UserLexiconSha256 is { } lexicon ? Hashed([hash, lexicon]) : hash, identity.Format);
    }

    /// <summary>The audio object's key: <c>audio/&lt;2 hex&gt;/&lt;k&gt;.&lt;16 hex of the audio's SHA-256&gt;.&lt;format&gt;</c>.</summary>
    /// <param name="audioSha256">The SHA-256 of the encoded audio, lower-case hex, 64 digits.</param>
    /// <exception cref="ArgumentException">It is not such a hash.</exception>
    public string Audio(string audioSha256)
    {
        if (audioSha256.Length != 64 || !audioSha256.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("An audio hash is 64 lower-case hex digits.", nameof(audioSha256));
        return $"{folder}/{Hash}.{audioSha256[..AudioHashCharacters]}.{format}";
    }

    /// <inheritdoc/>
    public override string ToString() => Hash;

    private static IEnumerable<string> Fields(AudioIdentity identity)
    {
        yield return identity.Id;
        yield return identity.Text;
        yield return identity.Voice;
        yield return identity.ModelSha256;
        yield return identity.Language;
        yield return identity.Speed.ToString("R", CultureInfo.InvariantCulture);
        yield return identity.Format;
        yield return identity.SampleRate.ToString(CultureInfo.InvariantCulture);
        foreach (var (word, reading) in (identity.Lexicon ?? new Dictionary<string, string>()).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            yield return word;
            yield return reading;
        }
        // Words and readings come in pairs, so a field more is the gain and nothing else.
        if (identity.GainDb != 0)
            yield return identity.GainDb.ToString("R", CultureInfo.InvariantCulture);
    }

    private static string Hashed(IEnumerable<string> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
            Append(hash, field);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string field)
    {
        var bytes = Utf8.GetBytes(field);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
