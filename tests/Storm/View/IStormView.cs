namespace TtsConsumers.Tests.Storm.View;

/// <summary>Where a storm is watched.</summary>
public interface IStormView
{
    /// <summary>Something has happened.</summary>
    void Tell(string what);

    /// <summary>How things stand; replaced by the next.</summary>
    void Show(string state);
}
