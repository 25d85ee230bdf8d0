using Microsoft.ML.OnnxRuntime.Tensors;
using static TtsConsumers.Tests.SpeechTests.Voices.OnnxBytes;

namespace TtsConsumers.Tests.SpeechTests.Voices.Kokoro;

/// <summary>
/// A model of the stock Kokoro contract. Every id sounds for 600 samples whose value is id / 1000 / speed + the mean of the style: so a test can read
/// back what the model was fed.
/// </summary>
internal static class StockModelBytes
{
    private const int FrameSamples = 600;

    public static byte[] Make(string ids = "tokens", string audio = "audio", int dimensions = 1) => Model(
        Node("Cast", [ids], "numbers", Attribute("to", (long)TensorElementType.Float)),
        Node("Reshape", ["numbers", "column"], "ids"),
        Node("Mul", ["ids", "frame"], "frames"),
        Node("Div", ["frames", "speed"], "timed"),
        Node("ReduceMean", ["style"], "mean", Attribute("keepdims", 0L)),
        Node("Add", ["timed", "mean"], "sound"),
        Node("Reshape", ["sound", "row"], audio),
        GraphName("stock"),
        Constant("column", [2], -1L, 1L),
        Constant("row", [dimensions], [.. Enumerable.Repeat(1L, dimensions - 1), -1L]),
        Constant("frame", [1, FrameSamples], [.. Enumerable.Repeat(0.001f, FrameSamples)]),
        Input(ids, TensorElementType.Int64, 1, 0),
        Input("style", TensorElementType.Float, 1, 256),
        Input("speed", TensorElementType.Float, 1),
        Output(audio, TensorElementType.Float, [.. Enumerable.Repeat(1, dimensions - 1), 0]));
}
