namespace Ocis.Data;

/// <summary>By what columns are encrypted at rest, by AES-256 all of them: said at each, for whoever audits [OCIS-4.1].</summary>
internal static class Sealing
{
    /// <summary>Text about a person, sealed by the application under a key of that person's own.</summary>
    public const string Person = "AES-256-GCM, a key for each person";

    /// <summary>Numbers, dates and what has to be unique: on a volume that whoever runs the database has encrypted.</summary>
    public const string Volume = "LUKS, AES-256-XTS: the volume of the database";
}
