using Microsoft.ML.OnnxRuntime;

namespace TtsConsumers.Speech.Inference;

/// <summary>A model in memory: an ONNX Runtime session and how it is called. One thread at a time may be in <see cref="Run"/>.</summary>
public sealed class ModelSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly Lock _gate = new();
    private readonly int _bucket;
    private bool _closed;

    internal ModelSession(string modelPath, SessionOptions options, IReadOnlyDictionary<string, string> runEntries, int bucket)
    {
        _bucket = bucket;
        foreach (var (key, value) in runEntries)
        {
            _options.AddRunConfigEntry(key, value);
        }

        _session = new InferenceSession(modelPath, options);
        Signature = ModelSignature.Of(_session);
    }

    /// <summary>What the model takes and gives.</summary>
    public ModelSignature Signature { get; }

    /// <summary>To how many ids a call is padded, where the contract knows padding: GPUs plan anew for every shape, so few are offered to them.</summary>
    /// <param name="longest">The ids of its longest piece.</param>
    /// <param name="most">The most ids that the model takes.</param>
    /// <returns>At least <paramref name="longest"/>.</returns>
    public int Padded(int longest, int most) => Math.Max(longest, Math.Min(most, (longest + _bucket - 1) / _bucket * _bucket));

    /// <summary>Calls the model.</summary>
    /// <param name="inputNames">Names of the inputs.</param>
    /// <param name="inputs">Their values, in the same order.</param>
    /// <param name="outputNames">The outputs that are wanted.</param>
    /// <returns>Their values, in the same order, in memory of the runtime; dispose them.</returns>
    /// <exception cref="OnnxRuntimeException">The call was refused, failed, or was broken off.</exception>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        IReadOnlyCollection<string> inputNames, IReadOnlyCollection<OrtValue> inputs, IReadOnlyCollection<string> outputNames) =>
        _session.Run(_options, inputNames, inputs, outputNames);

    /// <summary>
    /// Makes the call that is going on, and every later one, fail between two of its operators. Any thread may ask for it at any time.
    /// </summary>
    public void BreakOff()
    {
        lock (_gate)
        {
            if (!_closed)
            {
                _options.Terminate = true;
            }
        }
    }

    /// <summary>Frees the model. Nobody may be in <see cref="Run"/>.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _session.Dispose();
            _options.Dispose();
        }
    }
}
