using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace TtsConsumers.Speech;

/// <summary>What speaks and on what. Every setting is an environment variable with the prefix <c>TTS_</c>.</summary>
public sealed class SpeechOptions
{
    /// <summary>A value of <see cref="Provider"/>.</summary>
    public const string Cpu = "cpu";

    /// <summary>A value of <see cref="Provider"/>.</summary>
    public const string Cuda = "cuda";

    /// <summary>The folder that holds one folder a model (<c>TTS_MODELS</c>).</summary>
    /// <value>The default is <c>models</c>, relative to the working directory.</value>
    [Required]
    [ConfigurationKeyName("MODELS")]
    public string Models { get; set; } = "models";

    /// <summary>The folder name, under <see cref="Models"/>, of the model that speaks (<c>TTS_MODEL</c>).</summary>
    /// <value>The default is <c>kokoro-82m-v1.0</c>.</value>
    [Required]
    [ConfigurationKeyName("MODEL")]
    public string Model { get; set; } = "kokoro-82m-v1.0";

    /// <summary>The folder of the lexica (<c>TTS_LEXICON</c>).</summary>
    /// <value>The default is <c>lexicon</c>, relative to the working directory.</value>
    [Required]
    [ConfigurationKeyName("LEXICON")]
    public string Lexicon { get; set; } = "lexicon";

    /// <summary>The file of a lexicon of the deployment's own, which wins over all tables and rules (<c>TTS_USER_LEXICON</c>, docs/READING.md).</summary>
    /// <value>The default is none.</value>
    [ConfigurationKeyName("USER_LEXICON")]
    public string? UserLexicon { get; set; }

    /// <summary>The voice of jobs that name none, whatever their language (<c>TTS_VOICE</c>).</summary>
    /// <value>The default is none: the model's own default voice for the language of the text.</value>
    [ConfigurationKeyName("VOICE")]
    public string? Voice { get; set; }

    /// <summary>How many instances of the model the host loads (<c>TTS_INSTANCES</c>).</summary>
    /// <value>1 to 64; the default is 1.</value>
    [Range(1, 64, ErrorMessage = "TTS_INSTANCES must be 1 to 64")]
    [ConfigurationKeyName("INSTANCES")]
    public int Instances { get; set; } = 1;

    /// <summary>How many threads one instance computes with (<c>TTS_THREADS</c>).</summary>
    /// <value>1 to 256, or 0, the default: the cores of the machine ÷ <see cref="Instances"/>, at least 1.</value>
    [Range(0, 256, ErrorMessage = "TTS_THREADS must be 0 to 256; 0 shares the cores out")]
    [ConfigurationKeyName("THREADS")]
    public int Threads { get; set; }

    /// <summary>ONNX Runtime's execution provider (<c>TTS_PROVIDER</c>).</summary>
    /// <value><c>cpu</c>, the default, or <c>cuda</c>: the first GPU that <c>CUDA_VISIBLE_DEVICES</c> shows.</value>
    [AllowedValues(Cpu, Cuda, ErrorMessage = "TTS_PROVIDER: 'cpu' and 'cuda' are served; leave the setting out for 'cpu'.")]
    [ConfigurationKeyName("PROVIDER")]
    public string Provider { get; set; } = Cpu;

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
