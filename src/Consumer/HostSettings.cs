using System.ComponentModel.DataAnnotations;
using TtsConsumers.Shared.Contracts;

namespace TtsConsumers.Consumer;

/// <summary>How a host takes and settles jobs. Every setting is an environment variable with the prefix <c>TTS_</c>.</summary>
public sealed class HostSettings
{
    /// <summary>Lanes that feed one instance (<c>TTS_LANES</c>): 1 is the strict setting, 2 keeps the model busy while a job is stored.</summary>
    /// <value>1 to 64, or 0, the default: 2, or one more than share a call of the model where several do (<see cref="LanesFor"/>).</value>
    [Range(0, 64, ErrorMessage = "TTS_LANES must be 0 to 64; 0 is 2, or TTS_BATCH + 1 where that is above 1")]
    [ConfigurationKeyName("LANES")]
    public int Lanes { get; set; }

    /// <summary>Tries a job gets before it is a dead letter (<c>TTS_MAX_ATTEMPTS</c>).</summary>
    /// <value>1 to 100; the default is 5.</value>
    [Range(1, 100, ErrorMessage = "TTS_MAX_ATTEMPTS must be 1 to 100")]
    [ConfigurationKeyName("MAX_ATTEMPTS")]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The longest text, in Unicode scalars (<c>TTS_TEXT_LIMIT</c>).</summary>
    /// <value>1 to 10000; the default is 500.</value>
    [Range(1, 10_000, ErrorMessage = "TTS_TEXT_LIMIT must be 1 to 10000")]
    [ConfigurationKeyName("TEXT_LIMIT")]
    public int TextLimit { get; set; } = JobLimits.DefaultTextScalars;

    /// <summary>How much louder than its voice everything is made, in dB (<c>TTS_GAIN_DB</c>): one gain for all, never one for each text.</summary>
    /// <value>-24 to 24; the default is 0. With any other value peaks are held at -1 dBTP.</value>
    [Range(-24.0, 24.0, ErrorMessage = "TTS_GAIN_DB must be -24 to 24")]
    [ConfigurationKeyName("GAIN_DB")]
    public double GainDb { get; set; }

    /// <summary>How long SIGTERM waits for jobs in hand before they are given back, in seconds (<c>TTS_DRAIN_SECONDS</c>).</summary>
    /// <value>0 to 600; the default is 30.</value>
    [Range(0, 600, ErrorMessage = "TTS_DRAIN_SECONDS must be 0 to 600")]
    [ConfigurationKeyName("DRAIN_SECONDS")]
    public int DrainSeconds { get; set; } = 30;

    /// <summary>How long a job that an outage holds may be in hand before it is given back, in minutes (<c>TTS_HOLD_MINUTES</c>).</summary>
    /// <value>1 to 25, below the broker's 30 minutes of patience with an unsettled delivery; the default is 20.</value>
    [Range(1, 25, ErrorMessage = "TTS_HOLD_MINUTES must be 1 to 25")]
    [ConfigurationKeyName("HOLD_MINUTES")]
    public int HoldMinutes { get; set; } = 20;

    /// <summary>How long a lane may be idle while jobs wait in its queue before it is rebuilt, in seconds (<c>TTS_IDLE_SECONDS</c>).</summary>
    /// <value>1 to 600; the default is 15: with the third of it that a look comes late, and the rebuilding, a silent loss is over within 30 s.</value>
    [Range(1, 600, ErrorMessage = "TTS_IDLE_SECONDS must be 1 to 600")]
    [ConfigurationKeyName("IDLE_SECONDS")]
    public int IdleSeconds { get; set; } = 15;

    /// <summary>
    /// How long a lane may have one job in hand, and how long the voice may take to load, before the host fails its live check, in seconds
    /// (<c>TTS_STUCK_SECONDS</c>).
    /// </summary>
    /// <value>1 to 86400; the default is 1800, the broker's patience: by then the job is somebody else's, and every deadline on its way is over.</value>
    [Range(1, 86_400, ErrorMessage = "TTS_STUCK_SECONDS must be 1 to 86400")]
    [ConfigurationKeyName("STUCK_SECONDS")]
    public int StuckSeconds { get; set; } = 1800;

    /// <summary>The host's name in logs, statistics and dead letters (<c>TTS_HOST_NAME</c>).</summary>
    /// <value>The default is the machine's name and the process id.</value>
    [StringLength(100, MinimumLength = 1, ErrorMessage = "TTS_HOST_NAME must be 1 to 100 characters")]
    [ConfigurationKeyName("HOST_NAME")]
    public string HostName { get; set; } = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>Where health checks and statistics are served (<c>TTS_HEALTH</c>); port 0 takes a free one.</summary>
    /// <value>The default is <c>http://127.0.0.1:8090</c>.</value>
    [Required]
    [RegularExpression("^http://[^/]+/?$", ErrorMessage = "TTS_HEALTH must be an address such as http://127.0.0.1:8090")]
    [ConfigurationKeyName("HEALTH")]
    public string Health { get; set; } = "http://127.0.0.1:8090";

    /// <summary>A file that gets the address really listened on, once it is (<c>TTS_HEALTH_FILE</c>).</summary>
    /// <value>The default is none.</value>
    [ConfigurationKeyName("HEALTH_FILE")]
    public string? HealthFile { get; set; }

    /// <summary>
    /// An OpenTelemetry collector that gets metrics and traces (<c>TTS_OTLP</c>), such as <c>http://127.0.0.1:4317</c>; the same as
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, which it goes before.
    /// </summary>
    /// <value>The default is none.</value>
    [RegularExpression("^https?://[^/]+.*$", ErrorMessage = "TTS_OTLP must be an address such as http://127.0.0.1:4317")]
    [ConfigurationKeyName("OTLP")]
    public string? Otlp { get; set; }

    /// <summary>Lanes that feed one instance.</summary>
    /// <param name="batch">How many pieces of text may share a call of the model.</param>
    public int LanesFor(int batch) => Lanes > 0 ? Lanes : batch + 1;

    /// <summary><see cref="DrainSeconds"/> as a span.</summary>
    public TimeSpan DrainTime => TimeSpan.FromSeconds(DrainSeconds);

    /// <summary><see cref="HoldMinutes"/> as a span.</summary>
    public TimeSpan HoldLimit => TimeSpan.FromMinutes(HoldMinutes);

    /// <summary><see cref="IdleSeconds"/> as a span.</summary>
    public TimeSpan IdleTime => TimeSpan.FromSeconds(IdleSeconds);

    /// <summary><see cref="StuckSeconds"/> as a span.</summary>
    public TimeSpan StuckTime => TimeSpan.FromSeconds(StuckSeconds);
}
