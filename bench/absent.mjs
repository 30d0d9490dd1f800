export const validateBatch = undefined;
