using Microsoft.ML.OnnxRuntime;
using TtsConsumers.Speech.Voices;

namespace TtsConsumers.Speech.Inference;

/// <summary>Loads models for one device.</summary>
internal sealed class SessionFactory
{
    // Without the arena a Run costs 6 % more (the system hands out and clears every large buffer); with it, one long text would be
    // remembered in 0.3 GB for ever. So there is an arena, and it is given back after every Run, which costs nothing that could be measured.
    private static readonly Dictionary<string, string> CpuRunEntries = new() { ["memory.enable_memory_arena_shrinkage"] = "cpu:0" };

    // What models of one's own make call the number of texts in a call; others have no such dimension, or one that is 1.
    private const string BatchDimension = "batch";

    private readonly SpeechOptions _options;
    private readonly Device _device;

    /// <summary>Takes threads and the device's options from the settings.</summary>
    /// <param name="options">Checked settings.</param>
    /// <param name="device">The device.</param>
    public SessionFactory(SpeechOptions options, Device device) => (_options, _device) = (options, device);

    /// <summary>Threads of one session, the calling one included. On a GPU one is enough: it only hands work over.</summary>
    public int Threads =>
        _device.IsGpu ? 1 : _options.Threads > 0 ? _options.Threads : Math.Max(1, Environment.ProcessorCount / _options.Instances);

    /// <summary>Loads a model. Takes about two seconds for the default voice.</summary>
    /// <param name="modelPath">A proved ONNX file.</param>
    /// <returns>The session; the caller disposes it.</returns>
    /// <exception cref="ModelFileException">ONNX Runtime can't load it, or not on this device.</exception>
    public ModelSession Load(string modelPath)
    {
        using var options = SessionOptions();
        try
        {
            return _device.IsGpu
                ? new ModelSession(modelPath, options, new Dictionary<string, string>(), _options.Bucket)
                : new ModelSession(modelPath, options, CpuRunEntries, bucket: 1);
        }
        catch (OnnxRuntimeException e)
        {
            var version = OrtEnv.Instance().GetVersionString();
            var hint = _device.IsGpu ? $" {GpuLack.Of(_device.Provider, e.Message)}" : "";
            throw new ModelFileException($"{modelPath} can't be loaded by ONNX Runtime {version} on {_device}: {e.Message}{hint}", e);
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
        if (_device.Batches(_options).Most == 1)
        {
            // Shapes that are known spare the runtime's planner most of its search: the default voice is there in 1.4 s instead of 2.1.
            options.AddFreeDimensionOverrideByName(BatchDimension, 1);
        }

        if (_device.IsGpu)
        {
            AddGpu(options);
        }

        return options;
    }

    /// <summary>TensorRT leaves operators to CUDA, so CUDA is always there.</summary>
    private void AddGpu(SessionOptions options)
    {
        try
        {
            if (_device.Provider == SpeechOptions.TensorRt)
            {
                using var tensorRt = new OrtTensorRTProviderOptions();
                tensorRt.UpdateOptions(GpuOptions.TensorRt(_options, _device.Id));
                options.AppendExecutionProvider_Tensorrt(tensorRt);
            }

            using var cuda = new OrtCUDAProviderOptions();
            cuda.UpdateOptions(GpuOptions.Cuda(_options, _device.Id));
            options.AppendExecutionProvider_CUDA(cuda);
        }
        catch (Exception e) when (e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            options.Dispose();
            throw new ModelFileException(GpuLack.Of(_device.Provider, e.Message), e);
        }
    }
}
