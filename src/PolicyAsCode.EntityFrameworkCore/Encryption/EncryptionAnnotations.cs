namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>What the model says of encryption: text alone, so that a migration's snapshot can hold it.</summary>
internal static class EncryptionAnnotations
{
    /// <summary>On a property: the name under which its values are sealed, or nothing for the usual one.</summary>
    public const string Encrypted = "PolicyAsCode:Encrypted";

    /// <summary>On a property: its blind index.</summary>
    public const string BlindIndex = "PolicyAsCode:BlindIndex";

    /// <summary>On an entity: its rows of before are still being sealed, and are read as they are until then.</summary>
    public const string BeingSealed = "PolicyAsCode:BeingSealed";

    /// <summary>On an entity: the kind of person, a bar, and the path to the person's key.</summary>
    public const string Subject = "PolicyAsCode:Subject";
}
