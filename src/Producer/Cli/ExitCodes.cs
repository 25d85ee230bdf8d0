namespace TtsConsumers.Producer.Cli;

/// <summary>What the shell is told.</summary>
internal static class ExitCodes
{
    /// <summary>Everything asked for was done.</summary>
    public const int Ok = 0;

    /// <summary>A job failed or was not taken, a result did not come, or the doctor found something.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a setting is not right.</summary>
    public const int Usage = 2;

    /// <summary>What the command needs is not there or not provisioned.</summary>
    public const int NotReady = 3;

    /// <summary>The sound was written, but some of its fragments could not be spoken and are missing in it.</summary>
    public const int Incomplete = 4;

    /// <summary>Ended by Ctrl-C or a signal.</summary>
    public const int Interrupted = 130;
}
