/** What a dimension of a found array is in a tensor. */
export type Role = 'query' | 'layer' | 'token'
