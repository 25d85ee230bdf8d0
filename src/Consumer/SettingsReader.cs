using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace TtsConsumers.Consumer;

/// <summary>
/// Fills options from configuration and checks them, and goes on after an error: who sets up a host wants to hear of all mistakes at once. The
/// framework's own binder stops at the first value that does not convert.
/// </summary>
/// <param name="configuration">Keys without <c>TTS_</c>.</param>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> errors = [];

    /// <summary>A sentence for each thing that is wrong so far.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>Makes options: each property that names a key takes its value, if there is one; then the rules on the properties are checked.</summary>
    public T Read<T>()
        where T : new()
    {
        var options = new T();
        foreach (var property in typeof(T).GetProperties())
        {
            if (property.GetCustomAttribute<ConfigurationKeyNameAttribute>() is { Name: var key } && configuration[key] is { Length: > 0 } text)
                Set(options, property, key, text);
        }
        List<ValidationResult> broken = [];
        Validator.TryValidateObject(options, new ValidationContext(options), broken, validateAllProperties: true);
        errors.AddRange(broken.Select(result => result.ErrorMessage!));
        return options;
    }

    private void Set(object options, PropertyInfo property, string key, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        try
        {
            property.SetValue(options, TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text));
        }
        catch (Exception error) when (error is FormatException or ArgumentException or NotSupportedException)
        {
            errors.Add($"TTS_{key} is '{text}'; it must be {Expected(type)}");
        }
    }

    private static string Expected(Type type) => type switch
    {
        _ when type == typeof(bool) => "true or false",
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type))}",
        _ => "a whole number",
    };
}
