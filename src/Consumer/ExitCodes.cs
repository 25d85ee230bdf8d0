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

    /// <summary>The model hung, was loaded anew, and hung again or could not be loaded.</summary>
    public const int ModelStuck = 4;

    /// <summary>The GPU is lost to this process: CUDA reported an error after which nothing it computes can be trusted.</summary>
    public const int DeviceLost = 5;

    /// <summary>One of the host's own loops ended by itself: a fault of ours.</summary>
    public const int LoopLost = 6;

    /// <summary>A second SIGTERM or Ctrl-C.</summary>
    public const int Forced = 143;
}
