namespace TtsConsumers.Consumer;

/// <summary>How a host ends.</summary>
public static class ExitCodes
{
    /// <summary>Drained.</summary>
    public const int Drained = 0;

    /// <summary>The health check asked for was not answered with ready.</summary>
    public const int NotReady = 1;

    /// <summary>A setting is wrong.</summary>
    public const int BadSettings = 2;

    /// <summary>The voice's files are missing or damaged, or the model can't be loaded.</summary>
    public const int VoiceNotLoaded = 3;

    /// <summary>A second SIGTERM or Ctrl-C.</summary>
    public const int Forced = 143;
}
