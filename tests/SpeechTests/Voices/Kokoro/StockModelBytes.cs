using System.Text;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace TtsConsumers.Tests.SpeechTests.Voices.Kokoro;

/// <summary>
/// A model of the stock Kokoro contract, written field by field as ONNX's protobuf messages (onnx.proto3, IR 8, opset 13). Every id sounds
/// for 600 samples whose value is id / 1000 / speed + the mean of the style: so a test can read back what the model was fed.
/// </summary>
internal static class StockModelBytes
{
    private const int FrameSamples = 600;
    private const int IntAttribute = 2;

    public static byte[] Make() => Message(
        Number(1, 8),
        Field(8, Message(Number(2, 13))),
        Field(7, Message(
            Node("Cast", ["tokens"], "numbers", ("to", (int)TensorElementType.Float)),
            Node("Reshape", ["numbers", "column"], "ids"),
            Node("Mul", ["ids", "frame"], "frames"),
            Node("Div", ["frames", "speed"], "timed"),
            Node("ReduceMean", ["style"], "mean", ("keepdims", 0)),
            Node("Add", ["timed", "mean"], "sound"),
            Node("Reshape", ["sound", "row"], "audio"),
            Text(2, "stock"),
            Initializer("column", TensorElementType.Int64, [2], LongBytes(-1, 1)),
            Initializer("row", TensorElementType.Int64, [1], LongBytes(-1)),
            Initializer("frame", TensorElementType.Float, [1, FrameSamples], FloatBytes(Enumerable.Repeat(0.001f, FrameSamples))),
            Value(11, "tokens", TensorElementType.Int64, 1, 0),
            Value(11, "style", TensorElementType.Float, 1, 256),
            Value(11, "speed", TensorElementType.Float, 1),
            Value(12, "audio", TensorElementType.Float, 0))));

    private static byte[] Node(string type, string[] inputs, string output, (string Name, int Value)? attribute = null) => Field(1, Message(
    [
        .. inputs.Select(input => Text(1, input)),
        Text(2, output),
        Text(4, type),
        .. attribute is { } a ? [Field(5, Message(Text(1, a.Name), Number(3, a.Value), Number(20, IntAttribute)))] : Array.Empty<byte[]>(),
    ]));

    private static byte[] Initializer(string name, TensorElementType type, int[] dimensions, byte[] data) => Field(5, Message(
        [.. dimensions.Select(dimension => Number(1, dimension)), Number(2, (int)type), Text(8, name), Field(9, data)]));

    // A dimension of 0 is a free one.
    private static byte[] Value(int field, string name, TensorElementType type, params int[] dimensions)
    {
        var shape = Message([.. dimensions.Select(dimension => Field(1, dimension == 0 ? Text(2, "n") : Number(1, dimension)))]);
        return Field(field, Message(Text(1, name), Field(2, Field(1, Message(Number(1, (int)type), Field(2, shape))))));
    }

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(field => field)];

    private static byte[] Text(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int field, byte[] content) => [.. Varint((field << 3) | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int field, int value) => [.. Varint(field << 3), .. Varint(value)];

    private static List<byte> Varint(int value)
    {
        List<byte> bytes = [];
        for (; value > 0x7f; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
        return bytes;
    }

    private static byte[] LongBytes(params long[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] FloatBytes(IEnumerable<float> values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
