using System.Text;
using RabbitMQ.Client;
using TtsConsumers.Producer.Client.DeadLetters;

namespace TtsConsumers.Tests.UnitTests.Producer.DeadLetters;

/// <summary>Makes letters as the client library would deliver them: texts in headers are bytes.</summary>
internal static class Letters
{
    public static Letter Of(string body, Dictionary<string, object?>? headers = null, Action<BasicProperties>? set = null)
    {
        var properties = new BasicProperties { Headers = headers?.ToDictionary(pair => pair.Key, pair => Wire(pair.Value)) };
        set?.Invoke(properties);
        return Letter.Read("", properties, Encoding.UTF8.GetBytes(body));
    }

    private static object? Wire(object? value) => value is string text ? Encoding.UTF8.GetBytes(text) : value;
}
