// Parts of UBL that EN 16931 does not use (UBL-CR-*). Numbers run through a list of names below one element; the standard
// skips a few of them. `*` stands for the line, of an invoice or a credit note.

/** First number, where, names. */
export type UnusedRun = readonly [first: number, below: string, names: string];

const reference =
  'CopyIndicator UUID IssueDate IssueTime DocumentTypeCode DocumentType XPath LanguageID LocaleCode VersionID DocumentStatusCode DocumentDescription Attachment ValidityPeriod IssuerParty ResultOfVerification';
const address =
  'ID AddressTypeCode AddressFormatCode Postbox Floor Room BlockName BuildingName BuildingNumber InhouseMail Department MarkAttention MarkCare PlotIdentification CitySubdivisionName CountrySubentityCode Region District TimezoneOffset Country/Name LocationCoordinate';
const taxScheme =
  'RegistrationName TaxLevelCode ExemptionReasonCode ExemptionReason RegistrationAddress TaxScheme/Name TaxScheme/TaxTypeCode TaxScheme/CurrencyCode TaxScheme/JurisdictionRegionAddress';
const roles = 'Person AgentParty ServiceProviderParty PowerOfAttorney FinancialAccount';
const marks = 'MarkCareIndicator MarkAttentionIndicator WebsiteURI LogoReferenceID';
const account = 'AccountTypeCode AccountFormatCode CurrencyCode PaymentNote';
const category =
  'TierRange TierRatePercent TaxScheme/Name TaxScheme/TaxTypeCode TaxScheme/CurrencyCode TaxScheme/JurisdictionRegionAddress';
const itemId = 'ExtendedID BarcodeSymbologyID PhysicalAttribute MeasurementDimension IssuerParty';

const seller = 'AccountingSupplierParty';
const buyer = 'AccountingCustomerParty';
const deliveredTo = 'Delivery/DeliveryLocation';

export const unusedParts: readonly UnusedRun[] = [
  [1, '', 'UBLExtensions'],
  [
    3,
    '',
    'ProfileExecutionID CopyIndicator UUID IssueTime PricingCurrencyCode PaymentCurrencyCode PaymentAlternativeCurrencyCode AccountingCostCode LineCountNumeric',
  ],
  [12, 'InvoicePeriod', 'StartTime EndTime DurationMeasure Description'],
  [16, 'OrderReference', 'CopyIndicator UUID IssueDate IssueTime CustomerReference OrderTypeCode DocumentReference'],
  [23, 'BillingReference/InvoiceDocumentReference', reference.replace(' IssueDate', '')],
  [
    38,
    'BillingReference',
    'SelfBilledInvoiceDocumentReference CreditNoteDocumentReference SelfBilledCreditNoteDocumentReference DebitNoteDocumentReference ReminderDocumentReference AdditionalDocumentReference BillingReferenceLine',
  ],
  [45, 'DespatchDocumentReference', reference],
  [61, 'ReceiptDocumentReference', reference],
  [77, '', 'StatementDocumentReference'],
  [78, 'OriginatorDocumentReference', reference],
  [94, 'ContractDocumentReference', reference],
  [
    110,
    'AdditionalDocumentReference',
    'CopyIndicator UUID IssueDate IssueTime DocumentType XPath LanguageID LocaleCode VersionID DocumentStatusCode',
  ],
  [
    121,
    'AdditionalDocumentReference/Attachment/ExternalReference',
    'DocumentHash HashAlgorithmMethod ExpiryDate ExpiryTime MimeCode FormatCode EncodingCode CharacterSetCode FileName Description',
  ],
  [131, 'AdditionalDocumentReference', 'ValidityPeriod IssuerParty ResultOfVerification'],
  [134, 'ProjectReference', 'UUID IssueDate WorkPhaseReference'],
  [137, '', 'Signature'],
  [138, seller, 'CustomerAssignedAccountID AdditionalAccountID DataSendingCapability'],
  [141, `${seller}/Party`, `${marks} IndustryClassificationCode Language`],
  [147, `${seller}/Party/PostalAddress`, address],
  [168, `${seller}/Party`, 'PhysicalLocation'],
  [169, `${seller}/Party/PartyTaxScheme`, taxScheme],
  [
    178,
    `${seller}/Party/PartyLegalEntity`,
    'RegistrationDate RegistrationExpirationDate CompanyLegalFormCode SoleProprietorshipIndicator CompanyLiquidationStatusCode CorporateStockAmount FullyPaidSharesIndicator RegistrationAddress CorporateRegistrationScheme HeadOfficeParty ShareholderParty',
  ],
  [189, `${seller}/Party/Contact`, 'ID Telefax Note OtherCommunication'],
  [193, `${seller}/Party`, roles],
  [198, seller, 'DespatchContact AccountingContact SellerContact'],
  [201, buyer, 'CustomerAssignedAccountID SupplierAssignedAccountID AdditionalAccountID'],
  [204, `${buyer}/Party`, `${marks} IndustryClassificationCode Language`],
  [210, `${buyer}/Party/PostalAddress`, address],
  [231, `${buyer}/Party`, 'PhysicalLocation'],
  [232, `${buyer}/Party/PartyTaxScheme`, taxScheme],
  [
    241,
    `${buyer}/Party/PartyLegalEntity`,
    'RegistrationDate RegistrationExpirationDate CompanyLegalFormCode CompanyLegalForm SoleProprietorshipIndicator CompanyLiquidationStatusCode CorporateStockAmount FullyPaidSharesIndicator RegistrationAddress CorporateRegistrationScheme HeadOfficeParty ShareholderParty',
  ],
  [253, `${buyer}/Party/Contact`, 'ID Telefax Note OtherCommunication'],
  [257, `${buyer}/Party`, roles],
  [262, buyer, 'DeliveryContact AccountingContact BuyerContact'],
  [
    265,
    'PayeeParty',
    `${marks} EndpointID IndustryClassificationCode Language PostalAddress PhysicalLocation PartyTaxScheme`,
  ],
  [
    275,
    'PayeeParty/PartyLegalEntity',
    'RegistrationName RegistrationDate RegistrationExpirationDate CompanyLegalFormCode CompanyLegalForm SoleProprietorshipIndicator CompanyLiquidationStatusCode CorporateStockAmount FullyPaidSharesIndicator RegistrationAddress CorporateRegistrationScheme HeadOfficeParty ShareholderParty',
  ],
  [288, 'PayeeParty', `Contact ${roles}`],
  [294, '', 'BuyerCustomerParty SellerSupplierParty'],
  [296, 'TaxRepresentativeParty', `${marks} EndpointID IndustryClassificationCode PartyIdentification Language`],
  [304, 'TaxRepresentativeParty/PostalAddress', address],
  [325, 'TaxRepresentativeParty', 'PhysicalLocation'],
  [326, 'TaxRepresentativeParty/PartyTaxScheme', taxScheme],
  [335, 'TaxRepresentativeParty', `PartyLegalEntity Contact ${roles}`],
  [
    342,
    'Delivery',
    'ID Quantity MinimumQuantity MaximumQuantity ActualDeliveryTime LatestDeliveryDate LatestDeliveryTime ReleaseID TrackingID',
  ],
  [
    351,
    deliveredTo,
    'Description Conditions CountrySubentity CountrySubentityCode LocationTypeCode InformationURI Name ValidityPeriod',
  ],
  [359, `${deliveredTo}/Address`, address],
  [380, deliveredTo, 'SubsidiaryLocation LocationCoordinate'],
  [382, 'Delivery', 'AlternativeDeliveryLocation RequestedDeliveryPeriod EstimatedDeliveryPeriod CarrierParty'],
  [
    386,
    'Delivery/DeliveryParty',
    `${marks} EndpointID IndustryClassificationCode PartyIdentification Language PostalAddress PhysicalLocation PartyTaxScheme PartyLegalEntity Contact ${roles}`,
  ],
  [404, 'Delivery', 'NotifyParty Despatch DeliveryTerms MinimumDeliveryUnit MaximumDeliveryUnit Shipment'],
  [410, '', 'DeliveryTerms'],
  [411, 'PaymentMeans', 'ID'],
  [413, 'PaymentMeans', 'PaymentChannelCode InstructionID'],
  [
    415,
    'PaymentMeans/CardAccount',
    'CardTypeCode ValidityStartDate ExpiryDate IssuerID IssueNumberID CV2ID CardChipCode ChipApplicationID',
  ],
  [
    424,
    'PaymentMeans/PayeeFinancialAccount',
    `AliasName ${account} FinancialInstitutionBranch/Name FinancialInstitutionBranch/FinancialInstitution/Name FinancialInstitutionBranch/FinancialInstitution/Address FinancialInstitutionBranch/Address Country`,
  ],
  [434, 'PaymentMeans', 'CreditAccount'],
  [
    435,
    'PaymentMeans/PaymentMandate',
    'MandateTypeCode MaximumPaymentInstructionsNumeric MaximumPaidAmount SignatureID PayerParty',
  ],
  [
    440,
    'PaymentMeans/PaymentMandate/PayerFinancialAccount',
    `Name AliasName ${account} FinancialInstitutionBranch Country`,
  ],
  [448, 'PaymentMeans/PaymentMandate', 'ValidityPeriod PaymentReversalPeriod Clause'],
  [451, 'PaymentMeans', 'TradeFinancing'],
  [
    452,
    'PaymentTerms',
    'ID PaymentMeansID PrepaidPaymentReferenceID ReferenceEventCode SettlementDiscountPercent PenaltySurchargePercent PaymentPercent Amount SettlementDiscountAmount PenaltyAmount PaymentTermsDetailsURI PaymentDueDate InstallmentDueDate InvoicingPartyReference SettlementPeriod PenaltyPeriod ExchangeRate ValidityPeriod',
  ],
  [470, '', 'PrepaidPayment'],
  [471, 'AllowanceCharge', 'ID PrepaidIndicator SequenceNumeric AccountingCostCode AccountingCost PerUnitAmount'],
  [
    477,
    'AllowanceCharge/TaxCategory',
    `Name BaseUnitMeasure PerUnitAmount TaxExemptionReasonCode TaxExemptionReason ${category}`,
  ],
  [488, 'AllowanceCharge', 'TaxTotal PaymentMeans'],
  [490, '', 'TaxExchangeRate PricingExchangeRate PaymentExchangeRate PaymentAlternativeExchangeRate'],
  [494, 'TaxTotal', 'RoundingAmount TaxEvidenceIndicator TaxIncludedIndicator'],
  [
    497,
    'TaxTotal/TaxSubtotal',
    'CalculationSequenceNumeric TransactionCurrencyTaxAmount Percent BaseUnitMeasure PerUnitAmount TierRange TierRatePercent',
  ],
  [504, 'TaxTotal/TaxSubtotal/TaxCategory', `Name BaseUnitMeasure PerUnitAmount ${category}`],
  [513, '', 'WithholdingTaxTotal'],
  [514, 'LegalMonetaryTotal', 'PayableAlternativeAmount'],
  [515, '*', 'UUID TaxPointDate AccountingCostCode PaymentPurposeCode FreeOfChargeIndicator'],
  [520, '*/InvoicePeriod', 'StartTime EndTime DurationMeasure DescriptionCode Description'],
  [525, '*/OrderLineReference', 'SalesOrderLineID UUID LineStatusCode OrderReference'],
  [529, '*', 'DespatchLineReference ReceiptLineReference BillingReference'],
  [532, '*/DocumentReference', 'CopyIndicator UUID IssueDate IssueTime'],
  [
    537,
    '*/DocumentReference',
    'DocumentType XPath LanguageID LocaleCode VersionID DocumentStatusCode DocumentDescription Attachment ValidityPeriod IssuerParty ResultOfVerification',
  ],
  [548, '*', 'PricingReference OriginatorParty Delivery PaymentTerms'],
  [
    552,
    '*/AllowanceCharge',
    'ID PrepaidIndicator SequenceNumeric AccountingCostCode AccountingCost PerUnitAmount TaxCategory TaxTotal PaymentMeans',
  ],
  [561, '*', 'TaxTotal WithholdingTaxTotal'],
  [
    563,
    '*/Item',
    'PackQuantity PackSizeNumeric CatalogueIndicator HazardousRiskIndicator AdditionalInformation Keyword BrandName ModelName',
  ],
  [571, '*/Item/BuyersItemIdentification', itemId],
  [576, '*/Item/SellersItemIdentification', itemId],
  [581, '*/Item', 'ManufacturersItemIdentification'],
  [582, '*/Item/StandardItemIdentification', itemId],
  [
    587,
    '*/Item',
    'CatalogueItemIdentification AdditionalItemIdentification CatalogueDocumentReference ItemSpecificationDocumentReference OriginCountry/Name CommodityClassification/NatureCode CommodityClassification/CargoTypeCode CommodityClassification/CommodityCode TransactionConditions HazardousItem',
  ],
  [
    597,
    '*/Item/ClassifiedTaxCategory',
    `Name BaseUnitMeasure PerUnitAmount TaxExemptionReasonCode TaxExemptionReason ${category}`,
  ],
  [
    608,
    '*/Item/AdditionalItemProperty',
    'ID NameCode TestMethod ValueQuantity ValueQualifier ImportanceCode ListValue UsabilityPeriod ItemPropertyGroup RangeDimension ItemPropertyRange',
  ],
  [619, '*/Item', 'ManufacturerParty InformationContentProviderParty OriginAddress ItemInstance Certificate Dimension'],
  [625, '*/Price', 'PriceChangeReason PriceTypeCode PriceType OrderableUnitFactorRate ValidityPeriod PriceList'],
  [
    632,
    '*/Price/AllowanceCharge',
    'ID AllowanceChargeReasonCode AllowanceChargeReason MultiplierFactorNumeric PrepaidIndicator SequenceNumeric AccountingCostCode AccountingCost PerUnitAmount TaxCategory TaxTotal PaymentMeans',
  ],
  [644, '*/Price', 'PricingExchangeRate'],
  [645, '*', 'DeliveryTerms SubInvoiceLine ItemPriceExtension'],
  [648, '', 'CustomizationID/@schemeID ProfileID/@schemeID ID/@schemeID SalesOrderID/@schemeID'],
  [
    653,
    'PaymentMeans',
    'PaymentID/@schemeID PayeeFinancialAccount/ID/@schemeID PayeeFinancialAccount/FinancialInstitutionBranch/ID/@schemeID',
  ],
  [
    656,
    '',
    'InvoiceTypeCode/@listID DocumentCurrencyCode/@listID TaxCurrencyCode/@listID AdditionalDocumentReference/DocumentTypeCode/@listID',
  ],
  [661, '', 'PaymentMeans/PaymentMeansCode/@listID'],
  [672, '', 'CreditNoteTypeCode/@listID'],
  [681, '', 'PaymentMeans/InstructionNote Delivery/DeliveryAddress'],
];
