namespace PolicyAsCode.Language.Detection;

/// <summary>What a type is about, as far as that tells what its members mean.</summary>
public enum TypeRole
{
    /// <summary>Nothing says so.</summary>
    Unknown,

    /// <summary>A person: a customer, a user, a patient.</summary>
    Person,

    /// <summary>What a person did or said, or a part of a person's data: an order, an address, a message.</summary>
    PersonalRecord,

    /// <summary>Somebody to do business with, who may be a person: a supplier, a vendor.</summary>
    Partner,

    /// <summary>An organisation or a place of it: a company, a school, a warehouse.</summary>
    Organisation,

    /// <summary>A thing or an idea: a product, a category, a role.</summary>
    Thing,

    /// <summary>The program itself: its options, templates, logs.</summary>
    Program,
}
