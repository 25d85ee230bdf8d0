namespace TtsConsumers.Speech.Inference;

/// <summary>Why an instance speaks no more, for good. Whoever waits at it waits until it is disposed.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="DeviceIsLost">
/// True when the device it ran on is lost to this process; false when its model hung, was loaded anew, and hung again or could not be loaded.
/// </param>
/// <param name="Why">A sentence for operators, without the text of a job.</param>
public sealed record InstanceLoss(ModelInstance Instance, bool DeviceIsLost, string Why);
