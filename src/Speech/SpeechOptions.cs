using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace TtsConsumers.Speech;

/// <summary>What speaks and on what. Every setting is an environment variable with the prefix <c>TTS_</c>.</summary>
public sealed class SpeechOptions
{
    private const string DevicesMessage = "TTS_DEVICES must be the numbers of GPUs, as 0 or 0,1";

    /// <summary>A value of <see cref="Provider"/>: the processor.</summary>
    public const string Cpu = "cpu";

    /// <summary>A value of <see cref="Provider"/>: GPUs, through CUDA.</summary>
    public const string Cuda = "cuda";

    /// <summary>A value of <see cref="Provider"/>: GPUs, through TensorRT, with CUDA for what TensorRT leaves.</summary>
    public const string TensorRt = "tensorrt";

    /// <summary>A value of <see cref="Provider"/>: CUDA where it can be used, else the processor.</summary>
    public const string Auto = "auto";

    /// <summary>The folder that holds the models: a folder each, or Piper voices' pairs of files (<c>TTS_MODELS</c>).</summary>
    /// <value>The default is <c>models</c>, relative to the working directory.</value>
    [Required]
    [ConfigurationKeyName("MODELS")]
    public string Models { get; set; } = "models";

    /// <summary>
    /// The model that is loaded at the start, and whose voices speak where a job names none (<c>TTS_MODEL</c>): a folder name under
    /// <see cref="Models"/>, or a Piper voice's file name without <c>.onnx</c>. Every other model there is loaded when a job asks for it.
    /// </summary>
    /// <value>The default is <c>kokoro-82m-v1.0</c>.</value>
    [Required]
    [ConfigurationKeyName("MODEL")]
    public string Model { get; set; } = "kokoro-82m-v1.0";

    /// <summary>The program that reads for Piper voices of the phoneme type <c>espeak</c>: a path, or a name in PATH (<c>TTS_ESPEAK</c>).</summary>
    /// <value>The default is <c>espeak-ng</c>.</value>
    [Required]
    [ConfigurationKeyName("ESPEAK")]
    public string Espeak { get; set; } = "espeak-ng";

    /// <summary>The folder of the lexica (<c>TTS_LEXICON</c>).</summary>
    /// <value>The default is <c>lexicon</c>, relative to the working directory.</value>
    [Required]
    [ConfigurationKeyName("LEXICON")]
    public string Lexicon { get; set; } = "lexicon";

    /// <summary>The file of a lexicon of the deployment's own, which wins over all tables and rules (<c>TTS_USER_LEXICON</c>, docs/READING.md).</summary>
    /// <value>The default is none.</value>
    [ConfigurationKeyName("USER_LEXICON")]
    public string? UserLexicon { get; set; }

    /// <summary>The voice of jobs that name none, an id or a mix, whatever their language (<c>TTS_VOICE</c>).</summary>
    /// <value>The default is none: the model's own default voice for the language of the text.</value>
    [ConfigurationKeyName("VOICE")]
    public string? Voice { get; set; }

    /// <summary>How many instances of a model the host loads on each device (<c>TTS_INSTANCES</c>).</summary>
    /// <value>1 to 64; the default is 1.</value>
    [Range(1, 64, ErrorMessage = "TTS_INSTANCES must be 1 to 64")]
    [ConfigurationKeyName("INSTANCES")]
    public int Instances { get; set; } = 1;

    /// <summary>How many pieces of text may share one call of the model (<c>TTS_BATCH</c>). It takes what waits and never waits for more.</summary>
    /// <value>1 to 32, or 0, the default: 1 on the processor, where sharing gains nothing, and 8 on a GPU.</value>
    [Range(0, 32, ErrorMessage = "TTS_BATCH must be 0 to 32; 0 is 1 on the processor and 8 on a GPU")]
    [ConfigurationKeyName("BATCH")]
    public int Batch { get; set; }

    /// <summary>How many threads one instance computes with (<c>TTS_THREADS</c>).</summary>
    /// <value>1 to 256, or 0, the default: the cores of the machine ÷ <see cref="Instances"/>, at least 1.</value>
    [Range(0, 256, ErrorMessage = "TTS_THREADS must be 0 to 256; 0 shares the cores out")]
    [ConfigurationKeyName("THREADS")]
    public int Threads { get; set; }

    /// <summary>ONNX Runtime's execution provider (<c>TTS_PROVIDER</c>).</summary>
    /// <value><c>cpu</c>, the default, <c>cuda</c>, <c>tensorrt</c>, or <c>auto</c>: CUDA where it can be used, else the processor.</value>
    [AllowedValues(
        Cpu, Cuda, TensorRt, Auto, ErrorMessage = "TTS_PROVIDER: 'cpu', 'cuda', 'tensorrt' and 'auto' are served; leave the setting out for 'cpu'")]
    [ConfigurationKeyName("PROVIDER")]
    public string Provider { get; set; } = Cpu;

    /// <summary>The GPUs that are used (<c>TTS_DEVICES</c>), as <c>CUDA_VISIBLE_DEVICES</c> leaves and numbers them.</summary>
    /// <value>Numbers from 0, comma separated; the default is <c>0</c>. Each has <see cref="Instances"/> instances.</value>
    [Required(ErrorMessage = DevicesMessage)]
    [RegularExpression(@"^\d{1,3}(,\d{1,3})*$", ErrorMessage = DevicesMessage)]
    [ConfigurationKeyName("DEVICES")]
    public string Devices { get; set; } = "0";

    /// <summary>The most memory one instance may take on its GPU, in MiB (<c>TTS_GPU_MEMORY_MB</c>).</summary>
    /// <value>256 to 1048576, or 0, the default: all there is. CUDA's and cuDNN's own, some hundred MiB a process, come on top.</value>
    [Range(0, 1 << 20, ErrorMessage = "TTS_GPU_MEMORY_MB must be 0 to 1048576; 0 is all there is")]
    [ConfigurationKeyName("GPU_MEMORY_MB")]
    public int GpuMemoryMb { get; set; }

    /// <summary>How memory on a GPU grows (<c>TTS_GPU_ARENA</c>).</summary>
    /// <value><c>requested</c>, the default: by as much as is asked for; or <c>doubling</c>: in powers of two, for fewer and larger steps.</value>
    [AllowedValues("requested", "doubling", ErrorMessage = "TTS_GPU_ARENA must be 'requested' or 'doubling'")]
    [ConfigurationKeyName("GPU_ARENA")]
    public string GpuArena { get; set; } = "requested";

    /// <summary>How cuDNN finds the way to compute a convolution (<c>TTS_CONV_SEARCH</c>).</summary>
    /// <value>
    /// <c>heuristic</c>, the default; <c>exhaustive</c>, which tries all of them for every new length of a text and takes seconds; <c>default</c>,
    /// the same one for all.
    /// </value>
    [AllowedValues("heuristic", "exhaustive", "default", ErrorMessage = "TTS_CONV_SEARCH must be 'heuristic', 'exhaustive' or 'default'")]
    [ConfigurationKeyName("CONV_SEARCH")]
    public string ConvSearch { get; set; } = "heuristic";

    /// <summary>To a multiple of how many ids a call is padded on a GPU (<c>TTS_BUCKET</c>), so that fewer shapes are met.</summary>
    /// <value>1 to 512, the default is 32; 1 pads nothing. The processor needs none.</value>
    [Range(1, 512, ErrorMessage = "TTS_BUCKET must be 1 to 512")]
    [ConfigurationKeyName("BUCKET")]
    public int Bucket { get; set; } = 32;

    /// <summary>What any call of the model may take, however short its text, in seconds (<c>TTS_MODEL_SECONDS</c>); counted while it runs.</summary>
    /// <value>1 to 3600; the default is 60. A longer text has <see cref="ModelFactor"/> times its audio.</value>
    [Range(1, 3600, ErrorMessage = "TTS_MODEL_SECONDS must be 1 to 3600")]
    [ConfigurationKeyName("MODEL_SECONDS")]
    public int ModelSeconds { get; set; } = 60;

    /// <summary>What a call of the model may take, in seconds for each second of audio that is to be expected (<c>TTS_MODEL_FACTOR</c>).</summary>
    /// <value>1 to 1000; the default is 10. Never less than <see cref="ModelSeconds"/> in all.</value>
    [Range(1, 1000, ErrorMessage = "TTS_MODEL_FACTOR must be 1 to 1000")]
    [ConfigurationKeyName("MODEL_FACTOR")]
    public int ModelFactor { get; set; } = 10;
}
