using System.Text;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace TtsConsumers.Tests.SpeechTests.Voices;

/// <summary>ONNX models field by field, as protobuf messages (onnx.proto3, IR 8): enough for small graphs that a test makes itself.</summary>
internal static class OnnxBytes
{
    private const int FloatKind = 1;
    private const int IntKind = 2;
    private const int IntsKind = 7;

    /// <summary>A whole model of the operators of opset 13.</summary>
    public static byte[] Model(params byte[][] graph) => Message(Number(1, 8), Field(8, Message(Number(2, 13))), Graph(graph));

    /// <summary>What, put behind a model's bytes, adds to its graph: protobuf merges a message that comes twice.</summary>
    public static byte[] Graph(params byte[][] parts) => Field(7, Message(parts));

    public static byte[] GraphName(string name) => Text(2, name);

    public static byte[] Node(string type, string[] inputs, string output, params byte[][] attributes) =>
        Node(name: "", type, inputs, output, attributes);

    public static byte[] Node(string name, string type, string[] inputs, string output, params byte[][] attributes) => Field(1, Message(
        [.. inputs.Select(input => Text(1, input)), Text(2, output), Text(3, name), Text(4, type), .. attributes]));

    public static byte[] Attribute(string name, long value) => Field(5, Message(Text(1, name), Number(3, value), Number(20, IntKind)));

    public static byte[] Attribute(string name, float value) =>
        Field(5, Message(Text(1, name), [(2 << 3) | 5, .. BitConverter.GetBytes(value)], Number(20, FloatKind)));

    public static byte[] Attribute(string name, params long[] values) =>
        Field(5, Message([Text(1, name), .. values.Select(value => Number(8, value)), Number(20, IntsKind)]));

    /// <summary>A constant; a shape of no dimensions is a scalar.</summary>
    public static byte[] Constant(string name, int[] shape, params float[] values) =>
        Constant(name, TensorElementType.Float, shape, [.. values.SelectMany(BitConverter.GetBytes)]);

    /// <summary>A constant; a shape of no dimensions is a scalar.</summary>
    public static byte[] Constant(string name, int[] shape, params long[] values) =>
        Constant(name, TensorElementType.Int64, shape, [.. values.SelectMany(BitConverter.GetBytes)]);

    /// <summary>An input; a dimension of 0 is a free one.</summary>
    public static byte[] Input(string name, TensorElementType type, params int[] dimensions) => Value(11, name, type, dimensions);

    /// <summary>An output; a dimension of 0 is a free one.</summary>
    public static byte[] Output(string name, TensorElementType type, params int[] dimensions) => Value(12, name, type, dimensions);

    private static byte[] Constant(string name, TensorElementType type, int[] shape, byte[] data) => Field(5, Message(
        [.. shape.Select(dimension => Number(1, dimension)), Number(2, (int)type), Text(8, name), Field(9, data)]));

    private static byte[] Value(int field, string name, TensorElementType type, int[] dimensions)
    {
        var shape = Message([.. dimensions.Select(dimension => Field(1, dimension == 0 ? Text(2, "n") : Number(1, dimension)))]);
        return Field(field, Message(Text(1, name), Field(2, Field(1, Message(Number(1, (int)type), Field(2, shape))))));
    }

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(field => field)];

    private static byte[] Text(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int field, byte[] content) => [.. Varint((field << 3) | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int field, long value) => [.. Varint(field << 3), .. Varint(value)];

    private static List<byte> Varint(long value)
    {
        List<byte> bytes = [];
        var rest = (ulong)value;
        for (; rest > 0x7f; rest >>= 7)
        {
            bytes.Add((byte)(rest | 0x80));
        }

        bytes.Add((byte)rest);
        return bytes;
    }
}
