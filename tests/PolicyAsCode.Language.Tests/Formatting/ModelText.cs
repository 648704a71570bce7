using System.Collections;
using System.Reflection;
using System.Text;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Tests.Formatting;

/// <summary>Everything that a model says, and nothing of where it says it.</summary>
internal static class ModelText
{
    /// <summary>The text.</summary>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case Term term:
                text.Append(term.Kind).Append(' ').Append(term.Key);
                break;
            case Vocabulary or FileLocation:
                break;
            case string or ValueType when value.GetType().Namespace != typeof(Term).Namespace && value is not IEnumerable || value is string or Enum:
                text.Append(value);
                break;
            case IDictionary entries:
                foreach (var key in entries.Keys.Cast<object>().OrderBy(key => key.ToString(), StringComparer.Ordinal))
                {
                    text.Append(key).Append('=');
                    Write(entries[key], text);
                }
                break;
            case IEnumerable many:
                text.Append('[');
                foreach (var one in many)
                {
                    Write(one, text);
                    text.Append("; ");
                }
                text.Append(']');
                break;
            default:
                text.Append(value.GetType().Name).Append(" {");
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                {
                    text.Append(' ').Append(property.Name).Append(": ");
                    Write(property.GetValue(value), text);
                }
                text.Append(" }\n");
                break;
        }
    }
}
