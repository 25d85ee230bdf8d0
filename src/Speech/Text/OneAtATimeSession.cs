using Microsoft.ML.OnnxRuntime;

namespace TtsConsumers.Speech.Text;

/// <summary>A small network that lanes share: one thread, and one caller at a time.</summary>
/// <remarks>
/// A run takes well under a millisecond against the seconds of the voice, so lanes hardly ever meet at the lock; a session for each lane
/// would cost memory and load time for nothing. Runs on the caller's thread: no pool that could spin beside the voice's.
/// </remarks>
internal sealed class OneAtATimeSession : IDisposable
{
    private readonly Lock _gate = new();
    private readonly RunOptions _options = new();
    private readonly InferenceSession _session;

    /// <summary>Loads a model.</summary>
    /// <exception cref="OnnxRuntimeException">The file is missing or damaged.</exception>
    public OneAtATimeSession(string path)
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = new InferenceSession(path, options);
    }

    /// <summary>Runs the model. The caller disposes of what it gets.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(string[] inputs, OrtValue[] values, string[] outputs)
    {
        lock (_gate)
        {
            return _session.Run(_options, inputs, values, outputs);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }
}
