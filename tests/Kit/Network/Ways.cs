namespace TtsConsumers.Tests.Kit.Network;

/// <summary>The two ways through a proxy.</summary>
[Flags]
public enum Ways
{
    None = 0,

    /// <summary>From whoever connects to what is behind the proxy.</summary>
    ToTarget = 1,

    /// <summary>Back.</summary>
    ToClient = 2,

    Both = ToTarget | ToClient,
}
