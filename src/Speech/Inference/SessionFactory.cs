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

    private bool OnCuda => _options.Provider == SpeechOptions.Cuda;

    /// <summary>Threads of one session, the calling one included. On a GPU one is enough: it only hands work over.</summary>
    public int Threads => OnCuda ? 1 : _options.Threads > 0 ? _options.Threads : Math.Max(1, Environment.ProcessorCount / _options.Instances);

    /// <summary>Loads a model. Takes about two seconds for the default voice.</summary>
    /// <param name="modelPath">A proved ONNX file.</param>
    /// <returns>The session; the caller disposes it.</returns>
    /// <exception cref="ModelFileException">ONNX Runtime can't load it, or not on the configured device.</exception>
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
        if (OnCuda)
        {
            AddCuda(options);
        }

        return options;
    }

    /// <summary>The first GPU that <c>CUDA_VISIBLE_DEVICES</c> shows.</summary>
    private static void AddCuda(SessionOptions options)
    {
        try
        {
            using var cuda = new OrtCUDAProviderOptions();

            // Every text has its own length: an exhaustive search would plan each convolution anew, for seconds.
            cuda.UpdateOptions(new Dictionary<string, string> { ["device_id"] = "0", ["cudnn_conv_algo_search"] = "HEURISTIC" });
            options.AppendExecutionProvider_CUDA(cuda);
        }
        catch (OnnxRuntimeException e)
        {
            options.Dispose();
            throw new ModelFileException(
                $"TTS_PROVIDER is cuda, but ONNX Runtime {OrtEnv.Instance().GetVersionString()} can't use CUDA here: {e.Message} "
                + "Install a GPU build of ONNX Runtime with its CUDA and cuDNN libraries, or leave TTS_PROVIDER out.", e);
        }
    }
}
