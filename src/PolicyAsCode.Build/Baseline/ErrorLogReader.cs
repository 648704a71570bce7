using System.Runtime.Serialization.Json;
using System.Xml;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Build;

/// <summary>Reads what our rules told by the compiler's error log (SARIF, whichever version the project asks for).</summary>
internal static class ErrorLogReader
{
    private const string OfResult = "ruleId";

    /// <summary>
    /// All values of a property of results, in order, and whether a rule of ours failed, so that others may be missing.
    /// </summary>
    /// <exception cref="UnreadableFileException">The log is not there, or is none.</exception>
    public static (List<string> Values, bool RuleFailed) Read(string path, string property)
    {
        var values = new List<string>();
        var ruleFailed = false;
        try
        {
            using var file = File.OpenRead(path);
            using var reader = JsonReaderWriterFactory.CreateJsonReader(file, XmlDictionaryReaderQuotas.Max);
            // An empty file says nothing, and least of all that everything is mended.
            if (file.Length == 0)
                throw new XmlException("The log is empty.");
            while (!reader.EOF)
                if (reader.NodeType != XmlNodeType.Element || (reader.LocalName != property && reader.LocalName != OfResult))
                    reader.Read();
                else if (reader.LocalName == OfResult)
                    ruleFailed |= reader.ReadElementContentAsString() == PolicyTask.OwnFailure;
                else
                    values.Add(reader.ReadElementContentAsString());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or XmlException)
        {
            throw new UnreadableFileException(path, Say.This("NotRead", fault.Message));
        }
        return (values, ruleFailed);
    }
}
