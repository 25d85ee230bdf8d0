namespace TtsConsumers.Producer.Client.Text;

/// <summary>A piece of a longer text, to be spoken as one job.</summary>
/// <param name="Text">Its text, without white space around it.</param>
/// <param name="After">What ends with it.</param>
public sealed record Fragment(string Text, Break After);
