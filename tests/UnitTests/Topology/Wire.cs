using System.Text;
using FsCheck;
using FsCheck.Fluent;
using RabbitMQ.Client;

namespace TtsConsumers.Tests.UnitTests.Topology;

/// <summary>What can come with a message, as the client library gives it: headers of every type a table can hold, and properties.</summary>
internal static class Wire
{
    private const int ShortText = 255;

    /// <summary>Names that mean something to us or to the broker, and others.</summary>
    private static readonly Gen<string> Names = Gen.Frequency(
        (8, Gen.Elements(
            "x-attempt", "x-sent-at", "x-replay-count", "x-replay-batch", "x-reason", "x-error", "x-failed-at", "x-host", "x-attempts",
            "x-delivery-count", "x-death", "x-first-death-reason", "traceparent", "tracestate", "CC", "BCC", "x-dotnet-pub-seq-no")),
        (2, Gen.Elements("mine", "X-Attempt", "", "x-last-death-reason", "x-opt-deaths", new string('k', 255), "键")));

    private static readonly Gen<byte[]> Texts = Gen.OneOf(
        Gen.Elements("00-ab-cd-01", "expired", "delivery_limit", "synthesis_failed", "replay-1", "", "好", "😀").Select(Encoding.UTF8.GetBytes),
        Gen.Elements(0, 1, 63, 64, 65, 171, 511, 512, 513, 1024, 1025, 100_000).SelectMany(
            length => Gen.Elements<byte>((byte)'a', 0, 0xff, 0xe5).Select(one => Enumerable.Repeat(one, length).ToArray())),
        Gen.Choose(0, 255).Select(one => (byte)one).ArrayOf());

    private static readonly Gen<long> Numbers = Gen.Frequency(
        (4, Gen.Choose(-2, 10).Select(number => (long)number)),
        (2, Gen.Elements(long.MinValue, -1, int.MaxValue, long.MaxValue, 1_000_000, 1_000_001, 253_402_300_799, 253_402_300_800, 253_402_300_799_999, 253_402_300_800_000)),
        (1, ArbMap.Default.GeneratorFor<long>()));

    /// <summary>Any headers.</summary>
    public static readonly Gen<Dictionary<string, object?>> Headers = Gen.Sized(size => TableOf(Math.Min(size, 20)));

    /// <summary>Any properties, set or not. Texts are what the library makes of at most 255 bytes; those that are not UTF-8 grow in it.</summary>
    public static readonly Gen<BasicProperties> Properties =
        from headers in Gen.OneOf(Gen.Constant<Dictionary<string, object?>?>(null), Headers.Select(headers => (Dictionary<string, object?>?)headers))
        from texts in Gen.OneOf(Gen.Constant<string?>(null), ShortTexts.Select(text => (string?)text)).ArrayOf(10)
        from priority in Gen.Choose(-1, 255)
        from seconds in Gen.OneOf(Gen.Constant<long?>(null), Numbers.Select(number => (long?)number))
        select Make(headers, texts, priority, seconds);

    private static Gen<string> ShortTexts => Gen.Frequency(
        (4, Gen.Elements("a", "team-7", "amq.rabbitmq.reply-to", "tts.job.v1", "tts.job.v2", "application/json", "好", "")),
        (2, Texts.Select(bytes => Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, ShortText))))));

    /// <summary>What a receiver of these headers gets: texts travel as bytes.</summary>
    public static Dictionary<string, object?> Travelled(IDictionary<string, object?> headers) =>
        headers.ToDictionary(header => header.Key, header => header.Value is string text ? Encoding.UTF8.GetBytes(text) : header.Value);

    private static Gen<Dictionary<string, object?>> TableOf(int size) =>
        Names.Zip(ValueOf(size)).ListOf().Select(pairs => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    private static Gen<object?> ValueOf(int size)
    {
        var plain = Gen.OneOf(
            Gen.Constant<object?>(null),
            Texts.Select(object? (text) => text),
            Numbers.Select(object? (number) => number),
            Numbers.Select(object? (number) => (int)number),
            Numbers.Select(object? (number) => (uint)number),
            Numbers.Select(object? (number) => (short)number),
            Numbers.Select(object? (number) => (ushort)number),
            Numbers.Select(object? (number) => (sbyte)number),
            Numbers.Select(object? (number) => (byte)number),
            Numbers.Select(object? (number) => (double)number),
            Numbers.Select(object? (number) => (float)number),
            Numbers.Select(object? (number) => (decimal)number),
            Numbers.Select(object? (number) => number % 2 == 0),
            Numbers.Select(object? (number) => new AmqpTimestamp(number)),
            Texts.Select(object? (bytes) => new BinaryTableValue(bytes)),
            Texts.Select(object? (bytes) => Encoding.UTF8.GetString(bytes)));
        return size <= 0 ? plain : Gen.Frequency(
            (6, plain),
            (1, ValueOf(size / 3).ListOf().Select(object? (values) => values.ToList())),
            (1, TableOf(size / 3).Select(object? (table) => table)),
            (1, DeathOf(size / 3).ListOf().Select(object? (deaths) => deaths.Cast<object?>().ToList())));
    }

    /// <summary>Something like an entry of <c>x-death</c>.</summary>
    private static Gen<Dictionary<string, object?>> DeathOf(int size) =>
        from reason in ValueOf(size)
        from time in ValueOf(size)
        select new Dictionary<string, object?> { ["reason"] = reason, ["time"] = time, ["queue"] = "tts.jobs"u8.ToArray(), ["count"] = 1L };

    private static BasicProperties Make(Dictionary<string, object?>? headers, string?[] texts, int priority, long? seconds)
    {
        var properties = new BasicProperties
        {
            Headers = headers,
            ContentType = texts[0],
            ContentEncoding = texts[1],
            CorrelationId = texts[2],
            ReplyTo = texts[3],
            Expiration = texts[4],
            MessageId = texts[5],
            Type = texts[6],
            UserId = texts[7],
            AppId = texts[8],
            ClusterId = texts[9],
        };
        if (priority >= 0)
            properties.Priority = (byte)priority;
        if (seconds is { } time)
            properties.Timestamp = new AmqpTimestamp(time);
        return properties;
    }
}
