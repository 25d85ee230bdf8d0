using Microsoft.ML.OnnxRuntime;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>Loads models for the configured device.</summary>
public sealed class SessionFactory
{
    // Without the arena a Run costs 6 % more (the system hands out and clears every large buffer); with it, one long text would be
    // remembered in 0.3 GB for ever. So there is an arena, and it is given back after every Run, which costs nothing that could be measured.
    private static readonly Dictionary<string, string> RunEntries = new() { ["memory.enable_memory_arena_shrinkage"] = "cpu:0" };

    private readonly SpeechOptions _options;

    /// <summary>Takes device and threads from the settings.</summary>
    /// <param name="options">Checked settings.</param>
    public SessionFactory(SpeechOptions options) => _options = options;

    /// <summary>Threads of one session, the calling one included.</summary>
    public int Threads => _options.Threads > 0 ? _options.Threads : Math.Max(1, Environment.ProcessorCount / _options.Instances);

    /// <summary>Loads a model. Takes about two seconds for the default voice.</summary>
    /// <param name="modelPath">A proved ONNX file.</param>
    /// <returns>The session; the caller disposes it.</returns>
    /// <exception cref="ModelFileException">ONNX Runtime can't load it.</exception>
    public ModelSession Load(string modelPath)
    {
        try
        {
            using var options = SessionOptions();
            return new ModelSession(modelPath, options, RunEntries);
        }
        catch (OnnxRuntimeException e)
        {
            var version = OrtEnv.Instance().GetVersionString();
            throw new ModelFileException($"{modelPath} can't be loaded by ONNX Runtime {version}: {e.Message}", e);
        }
    }

    private SessionOptions SessionOptions()
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = Threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            EnableCpuMemArena = true,

            // Every text has its own shapes: a pattern would never be met again.
            EnableMemoryPattern = false,

            // What goes wrong arrives as an exception; native lines on stderr would only break a JSON log.
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };

        // Instances share the cores: one that waits must not burn another's.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
        return options;
    }
}
