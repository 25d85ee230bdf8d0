using Microsoft.ML.OnnxRuntime.Tensors;
using static TtsConsumers.Tests.SpeechTests.Voices.OnnxBytes;

namespace TtsConsumers.Tests.SpeechTests.Voices.Piper;

/// <summary>
/// A Piper export with several speakers, and perhaps patched for alignment: the frames of each id under a name no one knows beforehand. Every id
/// sounds for two frames of 256 samples, whose value is id / 1000 + speaker + the scales as the decimals of one number: so a test can read back
/// what the model was fed.
/// </summary>
internal static class PiperModelBytes
{
    private const int Samples = 512;

    public static byte[] Make(bool patched) => Model(
    [
        Node("Cast", ["input"], "numbers", Attribute("to", (long)TensorElementType.Float)),
        Node("Reshape", ["numbers", "column"], "ids"),
        Node("Mul", ["ids", "frame"], "frames"),
        Node("Cast", ["sid"], "speaker", Attribute("to", (long)TensorElementType.Float)),
        Node("Mul", ["scales", "places"], "placed"),
        Node("ReduceSum", ["placed"], "settings", Attribute("keepdims", 0L)),
        Node("Add", ["frames", "speaker"], "spoken"),
        Node("Add", ["spoken", "settings"], "sound"),
        Node("Reshape", ["sound", "row"], "output"),
        Node("Sub", ["numbers", "numbers"], "nothing"),
        Node("Add", ["nothing", "two"], "/dp/Ceil_output_0"),
        GraphName("piper"),
        Constant("column", [2], -1L, 1L),
        Constant("row", [4], 1L, 1L, 1L, -1L),
        Constant("two", [1], 2f),
        Constant("places", [3], 10f, 1f, 0.1f),
        Constant("frame", [1, Samples], [.. Enumerable.Repeat(0.001f, Samples)]),
        Input("input", TensorElementType.Int64, 0, 0),
        Input("input_lengths", TensorElementType.Int64, 0),
        Input("scales", TensorElementType.Float, 3),
        Input("sid", TensorElementType.Int64, 0),
        Output("output", TensorElementType.Float, 0, 1, 1, 0),
        .. patched ? [Output("/dp/Ceil_output_0", TensorElementType.Float, 0, 0)] : Array.Empty<byte[]>(),
    ]);
}
